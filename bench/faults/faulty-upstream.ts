import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { noisePicture } from '../side-by-side/pictures.ts';

/** How a paid request goes wrong. Its name begins the prompt; everything else goes well. */
type Fault = 'cut' | 'error500' | 'silence' | 'third-refused' | 'throttled';

/** What the vendor noted of the paid requests with one prompt. */
export interface Bills {
  requests: number;
  bills: number;
  /** When they came, by `Date.now()`. */
  readonly at: number[];
}

/** A vendor that speaks OpenAI's and WaveSpeed's wire, bills, and then fails as the prompt says. */
export interface FaultyUpstream {
  readonly url: string;
  billsOf(prompt: string): Bills;
  /** How often a file was asked for that only this machine may read. */
  privateReads(): number;
  stop(): Promise<void>;
}

const picture = noisePicture(1_000);
const base64 = picture.toString('base64');

/** Starts the vendor in this process. Jobs take as many ms as a number in the prompt says. */
export async function startFaultyUpstream(): Promise<FaultyUpstream> {
  const notes = new Map<string, Bills>();
  const jobs = new Map<string, { readonly endsAt: number }>();
  let privateReads = 0;
  const billsOf = (prompt: string) => {
    const found = notes.get(prompt) ?? { requests: 0, bills: 0, at: [] };
    notes.set(prompt, found);
    return found;
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, origin } = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const text = await textOf(request);
    if (pathname.endsWith('/result')) return job(response, origin, pathname.split('/').at(-2) ?? '');
    if (pathname === '/private.png') privateReads += 1;
    if (pathname.endsWith('.png')) return void response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
    if (pathname === '/api/v3/model/price') return json(response, 200, { code: 200, data: { price: 0.02 } });
    if (request.method !== 'POST') return json(response, 404, { code: 404, message: 'not found' });
    const prompt = promptIn(text);
    const openai = pathname.includes('/images/');
    pay(response, { prompt, openai }, () => (openai ? made(response) : taken(response, origin, prompt)));
  }

  /** Bills the request unless it is refused, then fails or goes on. Errors have the shape of the vendor's own. */
  function pay(
    response: ServerResponse,
    { prompt, openai }: { readonly prompt: string; readonly openai: boolean },
    goesWell: () => void,
  ): void {
    const noted = billsOf(prompt);
    noted.requests += 1;
    noted.at.push(Date.now());
    const fault = prompt.split(' ')[0] as Fault;
    const refuse = (status: number, message: string, code: string) =>
      json(response, status, openai ? { error: { message, type: 'error', code } } : { code: status, message });
    if (fault === 'throttled' && noted.requests === 1) {
      response.setHeader('retry-after', '3');
      return refuse(429, 'slow down', 'rate_limit_exceeded');
    }
    if (fault === 'third-refused' && noted.requests === 3)
      return refuse(400, 'refused by the content check', 'moderation_blocked');
    noted.bills += 1;
    if (fault === 'cut') return void response.destroy();
    if (fault === 'error500') return refuse(500, 'internal', 'server_error');
    if (fault === 'silence') return;
    goesWell();
  }

  function taken(response: ServerResponse, origin: string, prompt: string): void {
    const id = `job${jobs.size + 1}`;
    jobs.set(id, { endsAt: Date.now() + Number(/\d+/.exec(prompt)?.[0] ?? 0) });
    json(response, 200, {
      code: 200,
      data: { id, status: 'created', outputs: [], urls: { get: `${origin}/api/v3/predictions/${id}/result` } },
    });
  }

  function job(response: ServerResponse, origin: string, id: string): void {
    const done = Date.now() >= (jobs.get(id)?.endsAt ?? 0);
    const outputs = done ? [`${origin}/files/1.png`] : [];
    json(response, 200, { code: 200, data: { id, status: done ? 'completed' : 'processing', outputs } });
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    billsOf,
    privateReads: () => privateReads,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function made(response: ServerResponse): void {
  json(response, 200, { created: 1, data: [{ b64_json: base64 }] });
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** The prompt of a JSON body or of a form. */
function promptIn(text: string): string {
  if (text.startsWith('{')) return String((JSON.parse(text) as { prompt?: unknown }).prompt ?? '');
  return /name="prompt"\r\n\r\n([^\r]*)/.exec(text)?.[1] ?? '';
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}
