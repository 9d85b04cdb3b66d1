import type { Progress, ProviderCall } from '@image-studio/core';
import type { Http } from '@image-studio/http';
import * as z from 'zod';
import { delivered, fileHeaders } from './delivery.ts';
import { formOf } from './form.ts';

/** Paths that answer the id of a job instead of its picture, with 200 as all others. */
const asynchronous: ReadonlySet<string> = new Set([
  'stable-image/upscale/creative',
  'stable-image/edit/replace-background-and-relight',
]);

const started = z.object({ id: z.string().min(1) });

/**
 * The paid request: one form to the model's path, whose files stream. The file comes with the answer, or the id of a job does. Throws
 * `StudioError` whose `failure` is a row of the failure table.
 */
export async function start(http: Http, baseUrl: URL, call: ProviderCall): Promise<Progress> {
  const { path, form } = formOf(call);
  const request = {
    method: 'POST',
    path: `v2beta/${path}`,
    body: form,
    sent: call.body,
    free: false,
    signal: call.signal,
  } as const;
  if (asynchronous.has(path)) {
    const parse = (body: unknown): Progress => ({ state: 'pending', ticket: started.parse(body) });
    return http.json({ ...request, headers: { accept: '*/*' }, parse });
  }
  // 3D models come as they are; asking for a picture would be a contradiction.
  const accept = path.startsWith('3d/') ? '*/*' : 'image/*';
  const answer = await http.send({ ...request, headers: { ...fileHeaders, accept } });
  return delivered(answer, baseUrl);
}
