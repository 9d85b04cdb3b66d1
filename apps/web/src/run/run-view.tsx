import { isFinished, type Run } from '@image-studio/api-client';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { formatMoney } from '../parts/format.ts';
import { Notice } from '../parts/notice.tsx';
import { Segments } from '../parts/segments.tsx';
import { Thumbnail } from '../parts/picture.tsx';
import { linkOf } from '../data/use-file-url.ts';
import { texts } from '../texts/english.ts';
import { OutputView } from './output-view.tsx';
import { ResultActions } from './result-actions.tsx';
import { RunProgress } from './run-progress.tsx';

/** A run as it stands: on its way, its results, or why there are none. */
export function RunView({ run, onClose }: { readonly run: Run; readonly onClose?: () => void }) {
  const [index, setIndex] = useState(0);
  const output = run.outputs[index];
  if (!isFinished(run)) return <RunProgress run={run} />;
  return (
    <div className="flex flex-col gap-3">
      {output ? <OutputView key={output.id} run={run} output={output} /> : <Ended run={run} />}
      {run.outputs.length > 1 && (
        <Segments
          tiles
          required
          label={texts.run.outputs}
          value={String(index)}
          values={run.outputs.map((one, place) => ({
            value: String(place),
            label: `${texts.run.result} ${place + 1}`,
            text:
              one.kind === 'image' ? <Thumbnail url={linkOf(one)} className="size-14 rounded-lg" /> : String(place + 1),
          }))}
          onChange={(value) => setIndex(Number(value ?? 0))}
        />
      )}
      {run.warnings.map(({ code, message }) => (
        <Notice key={code + message} title={message} />
      ))}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <ResultActions run={run} output={output} />
        {onClose && (
          <Button look="quiet" onClick={onClose}>
            <X size={16} aria-hidden />
            {texts.create.newOne}
          </Button>
        )}
      </div>
    </div>
  );
}

function Ended({ run }: { readonly run: Run }) {
  const { error, state } = run;
  const paid =
    run.charge && run.charge.micros > 0
      ? `${texts.run.charged} ${formatMoney(run.charge.micros)}.`
      : error?.billed === 'unknown'
        ? texts.run.maybeCharged
        : texts.run.notCharged;
  return (
    <div className="grid min-h-[46dvh] place-items-center rounded-2xl bg-well p-6">
      <div className="w-full max-w-md">
        <h2 className="mb-3 text-lg font-semibold">{texts.run.states[state]}</h2>
        {error && (
          <Notice tone={state === 'canceled' ? 'calm' : 'bad'} title={error.message}>
            {error.hint}
          </Notice>
        )}
        <p className="mt-3 text-sm text-ink-soft">{paid}</p>
      </div>
    </div>
  );
}
