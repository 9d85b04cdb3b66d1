import type { Meter } from '@image-studio/api-client';
import { useUsage } from '../data/queries.ts';
import { explainError, formatMoney, formatWords } from '../parts/format.ts';
import { Notice } from '../parts/notice.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { texts } from '../texts/english.ts';
import { operationTexts } from '../texts/operations.ts';
import { Bars } from './bars.tsx';
import { EventsTable } from './events-table.tsx';
import { Alerts } from './alerts.tsx';
import { useSpend } from './spend.ts';

/** What was used and what is left. */
export function UsagePage() {
  const { data, error } = useUsage();
  const meters = data?.meters ?? [];
  const spend = meters.find(({ meter }) => meter === 'spend');
  const others = meters.filter(
    ({ meter, used, held, max }) => operationTexts[meter] && (used > 0 || held > 0 || max !== null),
  );
  const days = useSpend('day');
  const models = useSpend('model');
  return (
    <>
      <PageHeader title={texts.usage.title} lead={texts.usage.lead} />
      {error && (
        <Notice tone="bad" title={explainError(error).title}>
          {explainError(error).hint}
        </Notice>
      )}
      <Alerts />
      {data && (
        <div className="grid gap-x-14 gap-y-10 pb-12 *:min-w-0 lg:grid-cols-2">
          <section aria-labelledby="spent">
            <h2 id="spent" className="text-sm font-semibold">
              {texts.usage.spent}
            </h2>
            <p className="mt-1 text-5xl font-semibold tracking-tight">{formatMoney(spend?.used ?? 0)}</p>
            <p className="mt-2 text-ink-soft">{spend ? aboutSpend(spend) : texts.usage.nothing}</p>
            {spend && spend.max !== null && <Gauge meter={spend} />}
          </section>
          <section aria-labelledby="outputs">
            <h2 id="outputs" className="mb-3 text-sm font-semibold">
              {texts.usage.outputs}
            </h2>
            {others.length === 0 && <p className="text-ink-soft">{texts.usage.nothing}</p>}
            <Bars
              rows={others.map(({ meter, used, max }) => ({
                label: operationTexts[meter]?.name ?? formatWords(meter),
                value: used,
                text: max === null ? String(used) : `${used} ${texts.usage.of} ${max}`,
              }))}
            />
          </section>
          {days.length > 0 && (
            <>
              <section aria-labelledby="days">
                <h2 id="days" className="mb-3 text-sm font-semibold">
                  {texts.usage.days}
                </h2>
                <Bars rows={days} />
              </section>
              <section aria-labelledby="models">
                <h2 id="models" className="mb-3 text-sm font-semibold">
                  {texts.usage.models}
                </h2>
                <Bars rows={models} />
              </section>
            </>
          )}
          <EventsTable />
        </div>
      )}
    </>
  );
}

function aboutSpend({ held, max, startsAt, endsAt }: Meter): string {
  const day = (iso: string) => new Date(iso).toLocaleDateString(undefined, { dateStyle: 'medium' });
  const period =
    endsAt === null
      ? []
      : startsAt === null
        ? []
        : [`${texts.usage.since} ${day(startsAt)}, ${texts.usage.until} ${day(endsAt)}`];
  return [
    max === null ? texts.usage.noLimit : `${texts.usage.of} ${formatMoney(max)}`,
    ...(held > 0 ? [`${formatMoney(held)} ${texts.usage.held}`] : []),
    ...period,
  ].join(', ');
}

function Gauge({ meter: { used, held, max } }: { readonly meter: Meter }) {
  const share = (amount: number) => `${Math.min(100, (amount / Math.max(1, max ?? 1)) * 100)}%`;
  return (
    <div className="mt-4 flex h-2 max-w-md overflow-hidden rounded-full bg-line" aria-hidden>
      <div className="bg-accent" style={{ width: share(used) }} />
      <div className="bg-accent opacity-40" style={{ width: share(held) }} />
    </div>
  );
}
