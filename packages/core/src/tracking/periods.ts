/** A stretch of time in ms since the epoch, end exclusive. */
export interface Period {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** `anchorAt` and so many months later, UTC: the same day and time, or the last day of a month that is too short for it. */
export function addMonths(anchorAt: number, months: number): number {
  const anchor = new Date(anchorAt);
  const [year, month] = [anchor.getUTCFullYear(), anchor.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const dayStart = Date.UTC(anchor.getUTCFullYear(), anchor.getUTCMonth(), anchor.getUTCDate());
  return Date.UTC(year, month, Math.min(anchor.getUTCDate(), lastDay)) + (anchorAt - dayStart);
}

/** The month counted from an anchor that a moment belongs to. An anchor on the 31st comes back to the 31st after a short month. */
export function periodAt(anchorAt: number, at: number): Period {
  const months = monthsBetween(anchorAt, at);
  return { startsAt: addMonths(anchorAt, months), endsAt: addMonths(anchorAt, months + 1) };
}

/** The paid term: the monthly period itself, or the year from the anchor. */
export function termAt(
  { anchorAt, interval }: { anchorAt: number; interval: 'monthly' | 'yearly' },
  at: number,
): Period {
  if (interval === 'monthly') return periodAt(anchorAt, at);
  const years = Math.floor(monthsBetween(anchorAt, at) / 12);
  return { startsAt: addMonths(anchorAt, 12 * years), endsAt: addMonths(anchorAt, 12 * years + 12) };
}

/** The UTC calendar month of a moment. */
export function monthAt(at: number): Period {
  const date = new Date(at);
  return periodAt(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1), at);
}

/** The UTC minute of a moment. */
export function minuteAt(at: number): Period {
  const startsAt = Math.floor(at / 60_000) * 60_000;
  return { startsAt, endsAt: startsAt + 60_000 };
}

/** A period that does not overlap those that were begun under another anchor: what is counted stays where it was counted. */
export function fitBetween(period: Period, others: readonly Period[], at: number): Period {
  const before = others.filter(({ endsAt }) => endsAt <= at).map(({ endsAt }) => endsAt);
  const after = others.filter(({ startsAt }) => startsAt > at).map(({ startsAt }) => startsAt);
  return { startsAt: Math.max(period.startsAt, ...before), endsAt: Math.min(period.endsAt, ...after) };
}

/** Whole months from the anchor to a moment; negative before the anchor. */
function monthsBetween(anchorAt: number, at: number): number {
  const [from, to] = [new Date(anchorAt), new Date(at)];
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return addMonths(anchorAt, months) > at ? months - 1 : months;
}
