import type { Run, RunState } from '@image-studio/api-client';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { operations } from '../create/operations.ts';
import { useRuns } from '../data/queries.ts';
import { Button, buttonLook } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { formatShortMoney, formatTime } from '../parts/format.ts';
import { PageHeader } from '../parts/page-header.tsx';
import { Segments } from '../parts/segments.tsx';
import { RunThumbnail } from '../run/run-thumbnail.tsx';
import { texts } from '../texts/english.ts';
import { operationTexts } from '../texts/operations.ts';

const states = ['succeeded', 'failed', 'running', 'queued', 'in_doubt', 'canceled'] as const;

/** All runs, to look at and to go on with. */
export function HistoryPage() {
  const [operation, setOperation] = useState<string>();
  const [state, setState] = useState<RunState>();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useRuns(operation, state);
  const runs = data?.pages.flatMap((page) => page.data) ?? [];
  const filters = [
    { value: 'all', text: texts.history.all },
    ...operations.map(({ id }) => ({ value: id, text: operationTexts[id]?.name ?? id })),
  ];
  return (
    <>
      <PageHeader title={texts.history.title} lead={texts.history.lead} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <Segments
          wrap
          required
          label={texts.create.operations}
          value={operation ?? 'all'}
          values={filters}
          onChange={(value) => setOperation(value === 'all' ? undefined : value)}
        />
        <label className="flex items-center gap-2 text-sm text-ink-soft">
          {texts.history.state}
          <select
            value={state ?? ''}
            onChange={(event) => setState((event.target.value || undefined) as RunState | undefined)}
            className="field-box h-9 w-auto py-0 text-sm"
          >
            <option value="">{texts.picker.any}</option>
            {states.map((one) => (
              <option key={one} value={one}>
                {texts.run.states[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="py-6">
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {!error && !isPending && runs.length === 0 && (
          <Empty operation={operation ?? 'edit'} filtered={operation !== undefined || state !== undefined} />
        )}
        <ul className="grid grid-cols-2 gap-x-4 gap-y-7 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5 2xl:grid-cols-6">
          {runs.map((run) => (
            <li key={run.id}>
              <RunCard run={run} />
            </li>
          ))}
        </ul>
        {hasNextPage && (
          <div className="mt-8 grid place-items-center">
            <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {texts.history.more}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

function RunCard({ run }: { readonly run: Run }) {
  const prompt = typeof run.input['prompt'] === 'string' ? run.input['prompt'] : undefined;
  return (
    <Link to="/runs/$id" params={{ id: run.id }} className="group flex flex-col gap-2.5 rounded-xl">
      <RunThumbnail run={run} className="aspect-4/3 w-full rounded-xl transition-opacity group-hover:opacity-90" />
      <span className="min-w-0 text-sm">
        <span className="flex justify-between gap-2">
          <span className="truncate font-semibold">{operationTexts[run.operation]?.name ?? run.operation}</span>
          <span className="tabular-nums">{formatShortMoney(run.charge?.micros ?? run.quote.micros)}</span>
        </span>
        <span className="block truncate text-ink-soft">{prompt ?? run.model.split('/').slice(1).join('/')}</span>
        <span className="block truncate text-ink-soft">{formatTime(run.createdAt)}</span>
      </span>
    </Link>
  );
}

function Empty({ operation, filtered }: { readonly operation: string; readonly filtered: boolean }) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-3 py-20 text-center">
      <h2 className="text-lg font-semibold">{filtered ? texts.history.noneFit : texts.history.empty}</h2>
      <p className="text-ink-soft">{filtered ? texts.history.noneFitText : texts.history.emptyText}</p>
      <Link to="/create/$operation" params={{ operation }} search={{}} className={buttonLook()}>
        {texts.history.start}
      </Link>
    </div>
  );
}
