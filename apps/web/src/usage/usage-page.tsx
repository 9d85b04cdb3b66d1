import type { Meter } from '@image-studio/api-client';
import { useState } from 'react';
import { useLimits, useUsage } from '../data/queries.ts';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { formatCents, formatDay, formatMoney } from '../parts/format.ts';
import { PageHeader } from '../parts/page-header.tsx';
import { Segments } from '../parts/segments.tsx';
import { texts } from '../texts/english.ts';
import { Alerts } from './alerts.tsx';
import { Bars } from './bars.tsx';
import { DayColumns } from './day-columns.tsx';
import { EventsTable } from './events-table.tsx';
import { Gauge, LimitList } from './limit-list.tsx';
import { barsOf, type SpendBy, useSpend } from './spend.ts';

const groups = ['operation', 'model', 'vendor'] as const;
const shownBars = 8;

/** What was used and what is left. */
export function UsagePage() {
  const { data, error, refetch } = useUsage();
  const limits = useLimits().data;
  const days = useSpend('day');
  const spend = data?.meters.find(({ meter }) => meter === 'spend');
  return (
    <>
      <PageHeader title={texts.usage.title} lead={texts.usage.lead} />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      <Alerts />
      {data && (
        <div className="grid items-start gap-x-16 gap-y-12 pb-14 *:min-w-0 lg:grid-cols-2">
          <section aria-labelledby="spent">
            <h2 id="spent" className="text-sm font-semibold">
              {texts.usage.spent}
            </h2>
            <p className="mt-2 text-5xl font-semibold tracking-tight" title={formatMoney(spend?.used ?? 0)}>
              {formatCents(spend?.used ?? 0)}
            </p>
            <p className="mt-3 text-ink-soft">{spend ? aboutSpend(spend) : texts.usage.nothing}</p>
            {spend && spend.max !== null && (
              <div className="mt-4">
                <Gauge meter={spend} />
              </div>
            )}
          </section>
          <section aria-labelledby="days">
            <h2 id="days" className="mb-3 text-sm font-semibold">
              {texts.usage.days}
            </h2>
            <DayColumns spend={days} label={texts.usage.days} />
          </section>
          <SpendByGroup />
          {limits && <LimitList limits={limits} />}
          <EventsTable />
        </div>
      )}
    </>
  );
}

function SpendByGroup() {
  const [by, setBy] = useState<SpendBy>('operation');
  const rows = barsOf(useSpend(by), by, shownBars);
  return (
    <section aria-labelledby="groups">
      <div className="mb-4 flex min-h-9 flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="groups" className="text-sm font-semibold">
          {texts.usage.groups}
        </h2>
        <div className="w-64">
          <Segments
            required
            label={texts.usage.groups}
            value={by}
            values={groups.map((value) => ({ value, text: texts.usage.by[value] }))}
            onChange={(value) => setBy(value ?? 'operation')}
          />
        </div>
      </div>
      {rows.length === 0 && <p className="text-ink-soft">{texts.usage.nothing}</p>}
      <Bars rows={rows} />
    </section>
  );
}

function aboutSpend({ held, max, startsAt, endsAt }: Meter): string {
  return [
    max === null ? texts.usage.noLimit : `${texts.usage.of} ${formatMoney(max)}`,
    ...(held > 0 ? [`${formatMoney(held)} ${texts.usage.held}`] : []),
    ...(startsAt === null || endsAt === null
      ? []
      : [`${texts.usage.since} ${formatDay(startsAt)}, ${texts.usage.until} ${formatDay(endsAt)}`]),
  ].join(', ');
}
