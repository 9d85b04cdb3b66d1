import type { Clock } from '@image-studio/core';
import type { Books } from '@image-studio/core/memory';
import type { Webhooks } from '@image-studio/store';
import { alertBody } from './routes/alerts.ts';

/** What alerts are announced with. */
export interface AlertParts {
  readonly books: Books;
  readonly webhooks: Webhooks;
  readonly clock: Clock;
}

const atOnce = 100;

/**
 * Makes an event `alert.threshold` of every alert that nobody was told of. An alert's event bears its id and is made once, so nodes that
 * work on the same alert, or repeat what one left when it crashed, add nothing; it is marked only after its event is there, so none is lost.
 */
export async function announceAlerts({ books, webhooks, clock }: AlertParts): Promise<void> {
  for (;;) {
    const alerts = await books.untoldAlerts(atOnce);
    for (const alert of alerts) {
      const { id, at } = alert;
      await webhooks.announce(alert, { id, type: 'alert.threshold', data: alertBody(alert), at });
    }
    const ids = alerts.map(({ id }) => id);
    if (ids.length > 0) await books.markTold(ids, clock.now());
    if (ids.length < atOnce) return;
  }
}
