import { type Progress, type ProviderCall, StudioError } from '@image-studio/core';
import type { Http } from '@image-studio/http';
import * as z from 'zod';
import { opened } from './envelope.ts';
import { prediction, progressOf } from './prediction.ts';
import { slotsIn } from './slots.ts';

const enveloped = z.object({ data: prediction });

/**
 * The paid request: one POST to the model's path, with the webhook as query. Throws `StudioError` whose `failure` is a row of the failure
 * table; an answer without an id is `uncertain`. An unsuccessful answer that names a job (a synchronous request whose time was over)
 * is that job. A body with asset slots left in it is refused before it is sent.
 */
export async function submit(http: Http, call: ProviderCall): Promise<Progress> {
  if (slotsIn(call.body).length > 0) {
    throw new StudioError('internal', 'The body has files that were not prepared.', { failure: 'refused' });
  }
  const progress = await http.json<Progress>({
    method: 'POST',
    path: `api/v3/${call.endpoint}`,
    ...(call.webhookUrl === undefined ? {} : { query: { webhook: call.webhookUrl.href } }),
    json: call.body,
    free: false,
    signal: call.signal,
    parse: (body) => progressOf(opened(body, prediction, { free: false, sent: call.body }), call.body),
    salvage: ({ body }) => jobIn(body, call.body),
  });
  return progress.state === 'pending' ? { state: 'pending', ticket: progress.ticket } : progress;
}

/** Only a job in an envelope and with a status: error pages like to carry an `id` of their own. */
function jobIn(body: unknown, sent: unknown): Progress | undefined {
  const found = enveloped.safeParse(body);
  return found.success && found.data.data.status !== undefined ? progressOf(found.data.data, sent) : undefined;
}
