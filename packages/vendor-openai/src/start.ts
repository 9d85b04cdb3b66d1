import type { Progress, ProviderCall } from '@image-studio/core';
import { type Http, multipart, type Part } from '@image-studio/http';
import { answered } from './answer.ts';
import { filesOf } from './files.ts';

/**
 * The paid request: pictures to edit go as a form to `images/edits`, words alone as JSON to `images/generations`. The answer's pictures are
 * decoded while they come. Throws `StudioError` whose `failure` is a row of the failure table.
 */
export async function start(http: Http, call: ProviderCall): Promise<Progress> {
  const files = filesOf(call);
  const fields = { model: call.endpoint, ...call.body };
  const sent =
    files.length === 0 ? { path: 'images/generations', json: fields } : { path: 'images/edits', body: form(call) };
  return http.json<Progress>({
    method: 'POST',
    ...sent,
    free: false,
    signal: call.signal,
    sent: call.body,
    files: ['b64_json'],
    parse: (body) => answered(body),
  });
}

/** Streamed with its length known; the pictures as `image[]`, in their order. */
function form(call: ProviderCall) {
  const { image: _image, mask: _mask, ...rest } = call.body;
  const texts = Object.entries({ model: call.endpoint, ...rest }).map(([name, value]): Part => {
    return { name, value: typeof value === 'string' ? value : JSON.stringify(value) };
  });
  const files = filesOf(call).map(({ field, asset }, index): Part => {
    const { mediaType, size, open } = asset;
    const filename = `${field}-${index}.${mediaType.slice('image/'.length)}`;
    return { name: field === 'image' ? 'image[]' : 'mask', filename, mediaType, size, open };
  });
  return multipart([...texts, ...files]);
}
