import type { AssetRecord, Assets } from '@image-studio/core';

/** A file of an answer: its bytes in base64, or a link to it. */
export type AnswerFile = { readonly record: AssetRecord } | { readonly url: string };

/** No vendor's tokens are ours to tell; clients that add them up need the numbers. */
const usage = {
  total_tokens: 0,
  input_tokens: 0,
  output_tokens: 0,
  input_tokens_details: { text_tokens: 0, image_tokens: 0 },
};

const facts = (record: AssetRecord) => ({
  size: `${record.width ?? 0}x${record.height ?? 0}`,
  output_format: record.mediaType.split('/')[1] ?? 'png',
});

/** The answer of an image route as text that comes piece by piece: no picture is whole in memory. */
export async function* imagesText(
  assets: Assets,
  files: readonly AnswerFile[],
  created: number,
): AsyncGenerator<string, void, undefined> {
  const [first] = files;
  const head = first && 'record' in first ? facts(first.record) : {};
  yield `${JSON.stringify({ created, ...head, usage }).slice(0, -1)},"data":[`;
  for (const [index, file] of files.entries()) {
    if (index > 0) yield ',';
    if ('url' in file) yield JSON.stringify({ url: file.url });
    else {
      yield '{"b64_json":"';
      yield* base64Text(await assets.read(file.record.key));
      yield '"}';
    }
  }
  yield ']}';
}

/** The event that ends a streamed picture. */
export async function* completedText(
  assets: Assets,
  type: string,
  record: AssetRecord,
  created: number,
): AsyncGenerator<string, void, undefined> {
  const rest = JSON.stringify({
    type,
    created_at: created,
    ...facts(record),
    quality: 'auto',
    background: 'auto',
    usage,
  });
  yield `event: ${type}\ndata: ${rest.slice(0, -1)},"b64_json":"`;
  yield* base64Text(await assets.read(record.key));
  yield '"}\n\n';
}

/** Base64 of a stream, cut where three bytes are whole: at most two bytes wait for the next chunk. */
async function* base64Text(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  let rest = Buffer.alloc(0);
  for await (const chunk of stream) {
    const all =
      rest.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) : Buffer.concat([rest, chunk]);
    const whole = all.length - (all.length % 3);
    rest = Buffer.from(all.subarray(whole));
    if (whole > 0) yield all.toString('base64', 0, whole);
  }
  if (rest.length > 0) yield rest.toString('base64');
}
