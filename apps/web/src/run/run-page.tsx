import { isApiError, isFinished, type Run } from '@image-studio/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRun } from '../data/queries.ts';
import { ConfirmedButton } from '../parts/confirmed-button.tsx';
import { formatDuration, formatMoney, formatSize, formatTime, formatWords } from '../parts/format.ts';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { Picture } from '../parts/picture.tsx';
import { useSession } from '../session.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { texts } from '../texts/english.ts';
import { inputTexts, operationTexts } from '../texts/operations.ts';
import { RunView } from './run-view.tsx';

/** One run, whole: what came of it, what it cost, what was asked. */
export function RunPage() {
  const { id } = useParams({ from: '/runs/$id' });
  const { data: run, error, refetch } = useRun(id);
  if (isApiError(error, 'not_found')) return <NotFound />;
  if (error && !run)
    return (
      <div className="py-8">
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (!run) return <div className="m-auto py-24 text-ink-soft">…</div>;
  return (
    <div className="grid items-start gap-8 py-8 lg:grid-cols-[minmax(0,1fr)_360px]">
      <div className="min-w-0">
        <RunView key={run.id} run={run} />
      </div>
      <aside className="flex flex-col gap-6">
        <header>
          <PageTitle of={`${operationTexts[run.operation]?.name ?? run.operation}: ${texts.run.states[run.state]}`} />
          <h1 className="text-2xl font-semibold">{operationTexts[run.operation]?.name ?? run.operation}</h1>
          <p className="text-ink-soft">{texts.run.states[run.state]}</p>
        </header>
        <Facts rows={factsOf(run)} title={texts.run.details} />
        <Facts rows={inputsOf(run)} title={texts.run.input} />
        <Remove run={run} />
      </aside>
    </div>
  );
}

type Rows = readonly (readonly [string, ReactNode])[];

function Facts({ rows, title }: { readonly rows: Rows; readonly title: string }) {
  return (
    <section>
      <h2 className="mb-2 text-sm font-semibold">{title}</h2>
      <dl className="flex flex-col border-t border-line text-sm">
        {rows.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-6 border-b border-line py-2">
            <dt className="shrink-0 text-ink-soft">{name}</dt>
            <dd className="min-w-0 text-right break-words tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function factsOf(run: Run): Rows {
  const [output] = run.outputs;
  const sides = output?.width ? `${output.width} × ${output.height}, ` : '';
  return [
    [texts.create.model, run.model],
    ...(run.charge ? [[texts.run.charged, formatMoney(run.charge.micros)] as const] : []),
    [texts.run.quoted, formatMoney(run.quote.micros)],
    ...(run.finishedAt ? [[texts.run.took, formatDuration(run.timings.total)] as const] : []),
    ...(output ? [[texts.run.size, `${sides}${formatSize(output.size)}`] as const] : []),
    [texts.run.when, formatTime(run.createdAt)],
    [texts.run.id, run.id],
  ];
}

function inputsOf({ input }: Run): Rows {
  const rows = Object.entries({ ...input, ...(input['options'] as object | undefined), options: null, model: null });
  return rows
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [inputTexts[name]?.label ?? formatWords(name), shownValue(value)] as const);
}

/** Files as small pictures, texts as they are, the rest as JSON. */
function shownValue(value: unknown): ReactNode {
  const values = [value].flat();
  if (values.every((one) => typeof one === 'string' && one.startsWith('asset_')))
    return (
      <span className="flex flex-wrap justify-end gap-1.5">
        {values.map((id) => (
          <Picture key={String(id)} file={String(id)} className="size-12 rounded-md" />
        ))}
      </span>
    );
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function Remove({ run }: { readonly run: Run }) {
  const { client, key } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => client.runs.delete(run.id),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['runs', key] });
      await navigate({ to: '/history' });
    },
  });
  if (!isFinished(run)) return null;
  return (
    <div className="flex flex-col items-start gap-3">
      <ErrorNotice error={remove.error} />
      <ConfirmedButton question={texts.run.removeAsk} disabled={remove.isPending} onConfirm={() => remove.mutate()}>
        <Trash2 size={16} aria-hidden />
        {texts.run.remove}
      </ConfirmedButton>
    </div>
  );
}
