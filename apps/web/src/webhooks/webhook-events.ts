import { texts } from '../texts/english.ts';

/** What a webhook can be told of. */
export const webhookEvents = ['run.succeeded', 'run.failed', 'run.canceled', 'alert.threshold'] as const;

/** The name of an event; its own for one that the page does not know. */
export function nameOfEvent(type: string): string {
  if (type === '*') return texts.webhooks.every;
  return (texts.webhooks.event as Readonly<Record<string, string>>)[type] ?? type;
}
