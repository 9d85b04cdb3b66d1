import type { Run } from '@image-studio/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useRuns } from '../data/queries.ts';
import { usualTiming } from '../data/known-runs.ts';
import { useFileUrl } from '../data/use-file-url.ts';
import { Button } from '../parts/button.tsx';
import { explainError, formatDuration } from '../parts/format.ts';
import { useSession } from '../session.tsx';
import { texts } from '../texts/english.ts';
import { operationTexts } from '../texts/operations.ts';
import { sourceOf } from './run-source.ts';

/** A run on its way: how far, how long already, how long usually, and the way to stop it. */
export function RunProgress({ run }: { readonly run: Run }) {
  const { client, key } = useSession();
  const queries = useQueryClient();
  const source = useFileUrl(sourceOf(run));
  const elapsed = useElapsed(run.createdAt);
  const usual = useUsualTime(run);
  const known =
    run.progress.fraction > 0
      ? run.progress.fraction
      : usual === undefined
        ? undefined
        : Math.min(0.95, elapsed / usual);
  const cancel = useMutation({
    mutationFn: () => client.runs.cancel(run.id),
    onSuccess: (canceled) => queries.setQueryData(['run', key, run.id], canceled),
  });
  const words = run.state === 'running' ? operationTexts[run.operation]?.busy : texts.run.states[run.state];
  return (
    <div className="relative grid min-h-[46dvh] place-items-center overflow-hidden rounded-2xl bg-well p-4 sm:p-8 lg:min-h-[60dvh]">
      {source && <img src={source} alt="" className="max-h-[60dvh] max-w-full rounded-md object-contain opacity-35" />}
      <div
        className="absolute inset-x-4 bottom-4 mx-auto flex max-w-md flex-col gap-3 rounded-xl border border-line bg-card px-5 py-4 shadow-card"
        role="status"
      >
        <div className="flex items-center justify-between gap-4">
          <p className="font-semibold">{words}</p>
          {!run.cancelRequested && (
            <Button look="quiet" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
              {texts.run.cancel}
            </Button>
          )}
        </div>
        <div
          className="h-1 overflow-hidden rounded-full bg-line"
          role="progressbar"
          aria-label={words}
          {...(known === undefined ? {} : { 'aria-valuenow': Math.round(known * 100) })}
        >
          <div
            className={`h-full rounded-full bg-accent transition-[width] duration-500 ${known === undefined ? 'w-1/4 animate-[sweep_1.6s_ease-in-out_infinite]' : ''}`}
            style={known === undefined ? {} : { width: `${Math.max(4, known * 100)}%` }}
          />
        </div>
        <p className="text-sm text-ink-soft tabular-nums" aria-live="off">
          {formatDuration(elapsed)} {texts.run.elapsed}
          {usual !== undefined && `, ${texts.run.usually(formatDuration(usual))}`}
        </p>
        {run.state === 'in_doubt' && <p className="text-sm">{texts.run.inDoubt}</p>}
        {run.cancelRequested && <p className="text-sm">{texts.run.cancelRequested}</p>}
        {cancel.error && (
          <p role="alert" className="text-sm text-bad">
            {explainError(cancel.error).title} {explainError(cancel.error).hint}
          </p>
        )}
      </div>
    </div>
  );
}

/** How long this model took: the last time in this browser, else in the middle of the account's latest runs. */
function useUsualTime({ operation, model }: Run): number | undefined {
  const runs = useRuns(operation).data?.pages[0]?.data ?? [];
  const times = runs
    .filter((one) => one.model === model && one.state === 'succeeded')
    .map(({ timings }) => timings.total)
    .toSorted((one, other) => one - other);
  return usualTiming(model) ?? times[Math.floor(times.length / 2)];
}

function useElapsed(since: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, now - Date.parse(since));
}
