import type { Limits, Meter } from '@image-studio/api-client';
import { formatDay, formatMoney, formatWords } from '../parts/format.ts';
import { texts } from '../texts/english.ts';
import { operationTexts } from '../texts/operations.ts';

/** The plan, and every limit of the account and of this key: used, held, how far it goes. */
export function LimitList({ limits }: { readonly limits: Limits }) {
  const { plan, account, key } = limits;
  const limited = [
    ...account.map((meter) => ({ meter, of: '' })),
    ...key.map((meter) => ({ meter, of: texts.usage.ofKey })),
  ].filter(({ meter }) => meter.max !== null);
  return (
    <section aria-labelledby="limits">
      <h2 id="limits" className="mb-4 flex min-h-9 items-center text-sm font-semibold">
        {texts.usage.limits}
        <span className="ml-2 font-normal text-ink-soft">
          {plan ? texts.usage.plan(plan.name) : texts.usage.noPlan}
        </span>
      </h2>
      {limited.length === 0 && <p className="text-ink-soft">{texts.usage.noLimits}</p>}
      <ul className="flex flex-col gap-4 text-sm">
        {limited.map(({ meter, of }) => (
          <li key={meter.meter + of}>
            <span className="mb-1 flex justify-between gap-4">
              <span className="truncate">
                {nameOfMeter(meter.meter)} {of}
              </span>
              <span className="shrink-0 tabular-nums">{standing(meter)}</span>
            </span>
            <Gauge meter={meter} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a meter counts. */
export function nameOfMeter(meter: string): string {
  const named = texts.usage.meters as Readonly<Record<string, string>>;
  return operationTexts[meter]?.name ?? named[meter] ?? formatWords(meter);
}

/** How much of a limit is used, and how much is held by open runs. */
export function Gauge({ meter: { used, held, max } }: { readonly meter: Meter }) {
  const share = (amount: number) => `${Math.min(100, (amount / Math.max(1, max ?? 1)) * 100)}%`;
  const near = max !== null && used + held >= max * 0.95;
  return (
    <div className="flex h-2 overflow-hidden rounded-full bg-line" aria-hidden>
      <div className={near ? 'bg-bad' : 'bg-accent'} style={{ width: share(used) }} />
      <div className="bg-accent opacity-40" style={{ width: share(held) }} />
    </div>
  );
}

function standing({ meter, used, held, max, endsAt }: Meter): string {
  const amount = (value: number) => (meter === 'spend' || meter === 'budget' ? formatMoney(value) : String(value));
  return [
    `${amount(used)} ${texts.usage.of} ${amount(max ?? 0)}`,
    ...(held > 0 ? [`${amount(held)} ${texts.usage.held}`] : []),
    ...(endsAt === null ? [] : [`${texts.usage.until} ${formatDay(endsAt)}`]),
  ].join(', ');
}
