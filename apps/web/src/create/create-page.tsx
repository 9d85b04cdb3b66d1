import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useModel, useRun } from '../data/queries.ts';
import { hasStartedRuns } from '../data/known-runs.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { operationTexts } from '../texts/operations.ts';
import { texts } from '../texts/english.ts';
import { type Change, draftOfRun, emptyDraft, useDrafts } from './drafts.tsx';
import { operationOf } from './operations.ts';
import { OperationTabs } from './operation-tabs.tsx';
import { QuoteBar } from './quote-bar.tsx';
import { RecentStrip } from './recent-strip.tsx';
import { RequestForm } from './request-form.tsx';
import { Stage } from './stage.tsx';
import { useSample } from './use-sample.ts';

/** The work: what is asked for at the left, what comes of it at the right. */
export function CreatePage() {
  const { operation: id } = useParams({ from: '/create/$operation' });
  const { run } = useSearch({ from: '/create/$operation' });
  const navigate = useNavigate();
  const operation = operationOf(id);
  const stage = useRef<HTMLElement>(null);
  const drafts = useDrafts();
  const draft = drafts.of(operation.id);
  const change = (how: Change) => drafts.change(operation.id, how);
  const model = useModel(operation.id, typeof draft.model === 'string' ? draft.model : undefined);
  const takeSample = useSample(operation, change);
  const [first] = useState(() => !hasStartedRuns());
  const example = first && operation.id === 'edit' && run === undefined;
  useEffect(() => {
    if (example) takeSample();
    // Once: whoever takes the sample away does not want it back.
  }, []);
  const shown = useRun(run).data;
  useEffect(() => {
    // After a reload the form says again what the run beside it was asked for.
    if (shown?.operation === operation.id && draft === emptyDraft) change(() => draftOfRun(shown));
  }, [shown?.id]);
  const show = (next: string | undefined) =>
    void navigate({
      to: '/create/$operation',
      params: { operation: operation.id },
      search: next === undefined ? {} : { run: next },
      resetScroll: false,
    });
  return (
    <>
      <PageTitle of={operationTexts[operation.id]?.name ?? operation.id} />
      <OperationTabs operation={operation.id} />
      <div className="grid flex-1 items-start gap-x-10 gap-y-6 py-6 lg:grid-cols-[minmax(20.5rem,24.5rem)_minmax(0,1fr)] xl:gap-x-14">
        <section aria-labelledby="asked" className="flex flex-col gap-5 lg:min-h-full">
          <header>
            <h1 id="asked" className="text-2xl font-semibold">
              {operationTexts[operation.id]?.name}
            </h1>
            <p className="text-ink-soft">{operationTexts[operation.id]?.lead}</p>
          </header>
          <RequestForm
            key={operation.id}
            operation={operation}
            model={model}
            draft={draft}
            change={change}
            onSample={takeSample}
          />
          <QuoteBar
            operation={operation}
            model={model}
            draft={draft}
            onStarted={(started) => {
              show(started.id);
              if (!matchMedia('(min-width: 1024px)').matches) stage.current?.scrollIntoView({ behavior: 'smooth' });
            }}
          />
        </section>
        <section
          ref={stage}
          aria-label={texts.create.stage}
          className={`flex min-w-0 scroll-mt-36 flex-col gap-4 lg:sticky lg:top-28 ${run === undefined ? '' : 'max-lg:min-h-[calc(100dvh-7rem)]'}`}
        >
          <Stage
            operation={operation}
            draft={draft}
            runId={run}
            example={example}
            onSample={takeSample}
            onClose={() => show(undefined)}
          />
          <RecentStrip operation={operation.id} shown={run} onShow={show} />
        </section>
      </div>
    </>
  );
}
