import { type Progress, type ProviderCall, StudioError } from '@image-studio/core';
import type { Http } from '@image-studio/http';

/** What a second of computing costs, in micro-dollars: the example of Hugging Face's documentation. */
const microsPerSecond = 120;

/**
 * The paid request to hf-inference: one POST that is answered with the picture itself, which streams on. `size` goes out as width and
 * height. The cost is the computing time of the answer where it says one.
 */
export async function infer(http: Http, call: ProviderCall): Promise<Progress> {
  const { inputs, size, ...others } = call.body;
  const sides = typeof size === 'object' && size !== null ? size : {};
  const answer = await http.send({
    method: 'POST',
    path: call.endpoint,
    json: { inputs, parameters: { ...others, ...sides } },
    headers: { accept: 'image/png' },
    free: false,
    signal: call.signal,
  });
  const mediaType = answer.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!mediaType.startsWith('image/') || answer.body === null) {
    await answer.body?.cancel();
    const message = 'Hugging Face answered with something that is no picture; it may have worked all the same.';
    throw new StudioError('in_doubt', message, { failure: 'uncertain', billed: 'unknown' });
  }
  const seconds = Number.parseFloat(answer.headers.get('x-compute-time') ?? '');
  return {
    state: 'done',
    outputs: [{ body: answer.body, mediaType }],
    ...(seconds >= 0 ? { reported: { costMicros: Math.round(seconds * microsPerSecond) } } : {}),
  };
}
