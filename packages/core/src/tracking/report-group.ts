import type { ReportGroup } from './books.ts';
import type { UsageEvent } from './ledger.ts';

/** The line of a report that an event belongs to. */
export function groupOf(event: UsageEvent, by: ReportGroup): string | null {
  return by === 'day' ? new Date(event.at).toISOString().slice(0, 10) : event[by];
}
