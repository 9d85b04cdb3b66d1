import { Agent, request } from 'node:http';
import { answerParent } from './child.ts';
import { noisePicture } from './pictures.ts';
import { quantile } from './statistics.ts';
import { wordsOf } from './words-of-request.ts';

/** One measurement: the same request again and again with so many under way, for `ms` after a warm-up, or `count` times. */
export interface Load {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; see {@link wordsOf} for its texts. */
  readonly json?: unknown;
  /** Sent as a form, with a picture of so many bytes under `image`. */
  readonly form?: { readonly fields: Readonly<Record<string, string>>; readonly pictureBytes: number };
  readonly inFlight: number;
  readonly ms?: number;
  readonly count?: number;
}

/** What came of it. Times in ms, from the request to the last byte. */
export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly bytes: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** The beginning of an answer that was no success. */
  readonly refusal?: string;
  /** When each answer was there, by `Date.now()`, with the number of its request. */
  readonly ends: readonly (readonly [number: number, at: number])[];
}

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
answerParent('load', run);

async function run({ inFlight, ms, count = Infinity, ...load }: Load): Promise<LoadResult> {
  // Servers close connections that rest between two rounds.
  agent.destroy();
  const send = sender(load);
  const warmUpMs = ms === undefined ? 0 : ms / 5;
  const began = performance.now();
  const from = began + warmUpMs;
  const until = ms === undefined ? Infinity : from + ms;
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const ends: [number, number][] = [];
  let bytes = 0;
  let sent = 0;
  let refusal: string | undefined;
  const work = async () => {
    while (sent < count && performance.now() < until) {
      const number = sent++;
      const start = performance.now();
      const answer = await send(number);
      const end = performance.now();
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.status !== 200 && answer.status !== 201) refusal ??= answer.text;
      if (end < from || end > until) continue;
      bytes += answer.bytes;
      times.push(end - start);
      if (ms === undefined) ends.push([number, Date.now()]);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  const seconds = (Math.min(until, performance.now()) - from) / 1000;
  return {
    perSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    bytes,
    statuses,
    ends,
    ...(refusal === undefined ? {} : { refusal }),
  };
}

interface Answer {
  readonly status: number | string;
  readonly bytes: number;
  readonly text: string;
}

function sender({ url, headers = {}, json, form }: Pick<Load, 'url' | 'headers' | 'json' | 'form'>) {
  const text = json === undefined ? undefined : JSON.stringify(json);
  const boundary = 'bench-boundary';
  const multipart = form && formOf(form, boundary);
  const contentType = multipart ? `multipart/form-data; boundary=${boundary}` : 'application/json';
  return (number: number): Promise<Answer> => {
    const body = multipart ?? Buffer.from(wordsOf(text ?? '', number));
    return exchange(url, { ...headers, 'content-type': contentType, 'content-length': String(body.length) }, body);
  };
}

function exchange(url: string, headers: Record<string, string>, body: Buffer): Promise<Answer> {
  return new Promise((resolve) => {
    const sending = request(url, { method: 'POST', headers, agent }, (answer) => {
      let bytes = 0;
      let text = '';
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (answer.statusCode !== 200 && text.length < 500) text += chunk.toString();
      });
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, bytes, text }));
      answer.once('error', () => resolve({ status: 'cut', bytes, text: 'the answer broke off' }));
    });
    sending.once('error', ({ message }) => resolve({ status: 'error', bytes: 0, text: message }));
    sending.end(body);
  });
}

function formOf({ fields, pictureBytes }: NonNullable<Load['form']>, boundary: string): Buffer {
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="image"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`;
  return Buffer.concat([
    Buffer.from(texts.join('') + file),
    noisePicture(pictureBytes),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}
