import type { UsageEvent } from '@image-studio/core';

const columns = [
  'id',
  'at',
  'kind',
  'runId',
  'callId',
  'user',
  'key',
  'operation',
  'vendor',
  'model',
  'catalogueDate',
  'outcome',
  'errorCode',
  'count',
  'quoteMicros',
  'costMicros',
  'chargeMicros',
  'inputBytes',
  'outputBytes',
  'heldAt',
  'submittedAt',
  'consent',
  'reference',
  'reason',
] as const satisfies readonly (keyof UsageEvent)[];

/** Usage events as CSV (RFC 4180), newest first, read page by page as the client takes them. */
export function csvOf(page: (before?: string) => Promise<readonly UsageEvent[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let before: string | undefined;
  let begun = false;
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      if (!begun) controller.enqueue(encoder.encode(`${columns.join(',')}\r\n`));
      begun = true;
      const events = await page(before);
      before = events.at(-1)?.id;
      if (before === undefined) return controller.close();
      controller.enqueue(
        encoder.encode(events.map((event) => `${columns.map((name) => cell(event, name))}\r\n`).join('')),
      );
    },
  });
}

function cell(event: UsageEvent, name: (typeof columns)[number]): string {
  const value = event[name];
  if (value === null) return '';
  if (typeof value === 'number') return /At$|^at$/.test(name) ? new Date(value).toISOString() : String(value);
  // A sheet would run text that begins like a formula.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
