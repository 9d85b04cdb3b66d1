import type { Clock } from '@image-studio/core';
import type { Alert, Books } from '@image-studio/core/memory';
import type { Webhooks } from '@image-studio/store';
import { isoOf } from './request-fields.ts';

const atOnce = 100;

/** Makes an event `alert.threshold` of every alert that nobody was told of yet; of several nodes one tells. */
export async function announceAlerts({
  books,
  webhooks,
  clock,
}: {
  readonly books: Books;
  readonly webhooks: Webhooks;
  readonly clock: Clock;
}): Promise<void> {
  for (;;) {
    const untold = await books.untoldAlerts(atOnce);
    const ids = untold.map(({ id }) => id);
    const ours = new Set(ids.length === 0 ? [] : await books.markTold(ids, clock.now()));
    for (const alert of untold.filter(({ id }) => ours.has(id)))
      await webhooks.announce(alert, { type: 'alert.threshold', data: alertBody(alert), at: alert.at });
    if (untold.length < atOnce) return;
  }
}

/** An alert as it is answered and told. */
export function alertBody({ account: _, startsAt, endsAt, at, ...alert }: Alert) {
  return { object: 'alert', ...alert, startsAt: isoOf(startsAt), endsAt: isoOf(endsAt), at: isoOf(at) };
}
