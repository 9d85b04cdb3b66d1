import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { noisePicture, sizeIn, sizes, type SizeWord } from './pictures.ts';
import { createJobs } from './upstream-jobs.ts';

// The vendor of all measurements, in a process of its own: OpenAI's image wire, answering b64 JSON of the size that the prompt names,
// and WaveSpeed's with jobs that take as long as the prompt says. It answers at once and does as little as it can.

const pictures = new Map<SizeWord, Buffer>();
const answers = new Map<SizeWord, Buffer>();
const head = Buffer.from('{"created":1700000000,"data":[{"b64_json":"');
const tail = Buffer.from(
  '"}],"usage":{"total_tokens":20,"input_tokens":10,"output_tokens":10,"input_tokens_details":{"text_tokens":10,"image_tokens":0}}}',
);

for (const word of ['1kb', '1mb', '5mb'] as const) {
  const picture = noisePicture(sizes[word]);
  pictures.set(word, picture);
  answers.set(word, Buffer.concat([head, Buffer.from(picture.toString('base64')), tail]));
}

const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ ready: `http://127.0.0.1:${port}` });
});
process.once('disconnect', () => process.exit(0));
const jobs = createJobs((word) => pictures.get(word)!);

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://upstream');
  if (pathname.endsWith('/images/generations')) {
    const { prompt } = JSON.parse((await bodyOf(request)).toString()) as { prompt: string };
    return picture(response, sizeIn(prompt));
  }
  if (pathname.endsWith('/images/edits')) {
    await drained(request);
    return picture(response, '1kb');
  }
  return jobs.answer(request, response);
}

async function picture(response: ServerResponse, size: SizeWord): Promise<void> {
  if (size === '300mb') return large(response);
  const body = answers.get(size)!;
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}

/** A picture of 300 MB: the one of 5 MB, and then its bytes again and again. */
async function large(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.setMaxListeners(0);
  response.write(head);
  const block = Buffer.from(pictures.get('5mb')!.subarray(0, 3_000_000).toString('base64'));
  for (let at = 0; at < 100 && !response.destroyed; at++)
    if (!response.write(block)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
  response.end(tail);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function drained(request: IncomingMessage): Promise<void> {
  request.resume();
  await once(request, 'end');
}
