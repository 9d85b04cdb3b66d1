import type { FileFacts, Run } from '@image-studio/api-client';
import { useNavigate } from '@tanstack/react-router';
import { Check, Code2, Crop, Download, ImageUp, RotateCcw } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { draftOfRun, emptyDraft, useDrafts } from '../create/drafts.tsx';
import { operationOf, operations } from '../create/operations.ts';
import { linkOf } from '../data/use-file-url.ts';
import { Button, buttonLook } from '../parts/button.tsx';
import { texts } from '../texts/english.ts';
import { operationTexts } from '../texts/operations.ts';
import { asCurl, asTypeScript } from './run-as-code.ts';

const PublishDialog = lazy(() =>
  import('../publish/publish-dialog.tsx').then(({ PublishDialog }) => ({ default: PublishDialog })),
);

/** What can be done with a run and its result. */
export function ResultActions({ run, output }: { readonly run: Run; readonly output: FileFacts | undefined }) {
  const navigate = useNavigate();
  const drafts = useDrafts();
  const [publishing, setPublishing] = useState(false);
  const again = () => {
    drafts.change(run.operation, () => draftOfRun(run));
    void navigate({ to: '/create/$operation', params: { operation: run.operation }, search: {} });
  };
  const useAs = (operation: string) => {
    const { primary } = operationOf(operation);
    drafts.change(operation, (old) => ({ ...(old ?? emptyDraft), files: { ...old.files, [primary]: [output!.id] } }));
    void navigate({ to: '/create/$operation', params: { operation }, search: {} });
  };
  return (
    <div className="flex flex-wrap gap-2">
      {output && (
        <a href={linkOf(output)} download={`${run.id}.${extensionOf(output)}`} className={buttonLook()}>
          <Download size={16} aria-hidden />
          {texts.run.download}
        </a>
      )}
      {output?.kind === 'image' && (
        <>
          <Menu
            icon={<ImageUp size={16} aria-hidden />}
            text={texts.run.useAs}
            entries={operations.map(({ id }) => [operationTexts[id]?.name ?? id, () => useAs(id)])}
          />
          <Button onClick={() => setPublishing(true)}>
            <Crop size={16} aria-hidden />
            {texts.run.publish}
          </Button>
        </>
      )}
      <Button onClick={again}>
        <RotateCcw size={16} aria-hidden />
        {texts.run.again}
      </Button>
      <CopyMenu run={run} />
      {publishing && output && (
        <Suspense>
          <PublishDialog output={output} onClose={() => setPublishing(false)} />
        </Suspense>
      )}
    </div>
  );
}

function CopyMenu({ run }: { readonly run: Run }) {
  const [copied, setCopied] = useState(false);
  const copy = (code: string) => {
    void navigator.clipboard.writeText(code).then(() => {
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    });
  };
  return (
    <Menu
      icon={copied ? <Check size={16} aria-hidden /> : <Code2 size={16} aria-hidden />}
      text={copied ? texts.run.copied : texts.run.copy}
      entries={[
        ['curl', () => copy(asCurl(run, location.origin))],
        ['TypeScript', () => copy(asTypeScript(run, location.origin))],
      ]}
    />
  );
}

function Menu(props: {
  readonly icon: ReactNode;
  readonly text: string;
  readonly entries: readonly (readonly [string, () => void])[];
}) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={buttonLook()}>
        {props.icon}
        {props.text}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className="z-40 min-w-40 rounded-xl border border-line bg-card p-1.5 text-sm shadow-card"
        >
          {props.entries.map(([text, act]) => (
            <DropdownMenu.Item
              key={text}
              onSelect={act}
              className="cursor-pointer rounded-lg px-3 py-1.5 outline-none data-highlighted:bg-well"
            >
              {text}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function extensionOf({ mediaType }: FileFacts): string {
  const [, kind = 'bin'] = mediaType.split('/');
  return { jpeg: 'jpg', 'gltf-binary': 'glb' }[kind] ?? kind;
}
