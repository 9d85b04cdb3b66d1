import { useFileUrl } from '../data/use-file-url.ts';
import { useRun } from '../data/queries.ts';
import { buttonLook } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { explainError } from '../parts/format.ts';
import { RunView } from '../run/run-view.tsx';
import { texts } from '../texts/english.ts';
import { operationTexts } from '../texts/operations.ts';
import type { Draft } from './drafts.tsx';
import type { OperationForm } from './operations.ts';

/** The large place: the picture to work on, the run on its way, the result. */
export function Stage(props: {
  readonly operation: OperationForm;
  readonly draft: Draft;
  readonly runId: string | undefined;
  readonly example: boolean;
  readonly onSample: () => void;
  readonly onClose: () => void;
}) {
  const { operation, draft, runId, example } = props;
  const { data: run, error } = useRun(runId);
  if (runId !== undefined && error && !run)
    return (
      <Notice tone="bad" title={explainError(error).title}>
        <button type="button" onClick={props.onClose} className="mt-1 font-semibold underline underline-offset-4">
          {texts.run.back}
        </button>
      </Notice>
    );
  if (runId !== undefined) return run ? <RunView key={run.id} run={run} onClose={props.onClose} /> : <Frame />;
  const file = draft.files[operation.primary]?.[0] ?? draft.views['front'];
  return (
    <Frame empty={!file}>
      {file ? <Input file={file} /> : <Empty operation={operation} onSample={props.onSample} />}
      {example && file && (
        <div className="mt-5 max-w-md text-center text-sm">
          <p className="font-semibold">{texts.example.title}</p>
          <p className="text-ink-soft">{texts.example.text}</p>
        </div>
      )}
    </Frame>
  );
}

/** An empty stage is not worth a phone's screen. */
function Frame({ children, empty }: { readonly children?: React.ReactNode; readonly empty?: boolean }) {
  return (
    <div
      className={`relative grid min-h-[46dvh] place-content-center place-items-center overflow-hidden rounded-2xl bg-well p-4 sm:p-8 lg:min-h-[60dvh] ${empty ? 'max-lg:hidden' : ''}`}
    >
      {children}
    </div>
  );
}

function Input({ file }: { readonly file: Draft['views'][string] }) {
  const url = useFileUrl(file);
  return url ? (
    <img src={url} alt="" className="checkerboard max-h-[54dvh] max-w-full rounded-md object-contain shadow-card" />
  ) : null;
}

function Empty({ operation, onSample }: { readonly operation: OperationForm; readonly onSample: () => void }) {
  const Icon = operation.icon;
  return (
    <div className="flex max-w-xs flex-col items-center gap-3 text-center">
      <Icon size={36} strokeWidth={1.2} aria-hidden className="text-ink-soft" />
      <p className="text-ink-soft">{operationTexts[operation.id]?.lead}</p>
      <button type="button" onClick={onSample} className={buttonLook()}>
        {texts.example.fill}
      </button>
    </div>
  );
}
