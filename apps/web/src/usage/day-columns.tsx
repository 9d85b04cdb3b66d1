import { formatCents } from '../parts/format.ts';
import type { Spend } from './spend.ts';

const shownDays = 30;
const dayMs = 24 * 60 * 60 * 1000;

/** What was spent on each of the last days, as columns. */
export function DayColumns({ spend, label }: { readonly spend: readonly Spend[]; readonly label: string }) {
  const byDay = new Map(spend.map(({ group, micros }) => [group?.slice(0, 10), micros]));
  const days = Array.from({ length: shownDays }, (_, index) => {
    const day = new Date(Date.now() - (shownDays - 1 - index) * dayMs).toISOString().slice(0, 10);
    return { day, micros: Math.max(0, byDay.get(day) ?? 0) };
  });
  const most = Math.max(1, ...days.map(({ micros }) => micros));
  return (
    <figure>
      <ol className="flex h-36 items-end gap-[3px] border-b border-line" aria-label={label}>
        {days.map(({ day, micros }) => (
          <li
            key={day}
            title={`${nameOfDay(day)}: ${formatCents(micros)}`}
            className="flex h-full min-w-0 flex-1 items-end"
          >
            <span className="sr-only">
              {nameOfDay(day)}: {formatCents(micros)}
            </span>
            <span
              aria-hidden
              className={`w-full rounded-t-[3px] ${micros > 0 ? 'bg-accent' : 'bg-line'}`}
              style={{ height: micros > 0 ? `${Math.max(3, (micros / most) * 100)}%` : '2px' }}
            />
          </li>
        ))}
      </ol>
      <figcaption aria-hidden className="mt-1.5 flex justify-between text-sm text-ink-soft tabular-nums">
        <span>{nameOfDay(days[0]!.day)}</span>
        <span>{nameOfDay(days.at(-1)!.day)}</span>
      </figcaption>
    </figure>
  );
}

function nameOfDay(day: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(undefined, { day: 'numeric', month: 'short' });
}
