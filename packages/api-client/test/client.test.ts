import { describe, expect, it } from 'vitest';
import { createClient, isApiError, isFinished } from '../src/index.ts';

type Answer = (request: Request) => Response | Promise<Response>;

/** A client whose requests come here instead of a server. */
function clientOf(answer: Answer) {
  const seen: Request[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    seen.push(request.clone());
    return answer(request);
  };
  return { client: createClient({ url: 'http://127.0.0.1:1', key: 'is_test_x', fetch }), seen };
}

const runBody = (state: string) => ({ id: 'run_1', state, outputs: [] });
const json = (body: unknown, status = 200) => Response.json(body, { status });
const file = (text: string) => new Blob([text]);

describe('a request', () => {
  it('without files is JSON with the key', async () => {
    const { client, seen } = clientOf(() => json(runBody('queued'), 202));
    await client.start(
      'generate',
      { prompt: 'a harbour', count: 2, seed: undefined },
      { idempotencyKey: 'a', waitSeconds: 9 },
    );
    const [request] = seen;
    expect(await request?.json()).toEqual({ prompt: 'a harbour', count: 2 });
    expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({
      authorization: 'Bearer is_test_x',
      'idempotency-key': 'a',
      prefer: 'wait=9',
      'content-type': 'application/json',
    });
  });

  it('with files is multipart: lists repeat their part, structures get dotted names, the rest is text', async () => {
    const { client, seen } = clientOf(() => json(runBody('queued'), 202));
    await client.start('3d', {
      image: file('a'),
      images: [file('b'), 'asset_1'],
      views: { front: file('c'), back: 'asset_2' },
      prompt: 'a chair',
      size: { width: 4, height: 5 },
      count: 2,
    });
    const parts = [...((await seen[0]?.formData()) ?? [])];
    const told = await Promise.all(
      parts.map(async ([name, value]) => [name, typeof value === 'string' ? value : `file ${await value.text()}`]),
    );
    expect(told).toEqual([
      ['image', 'file a'],
      ['images', 'file b'],
      ['images', 'asset_1'],
      ['views.front', 'file c'],
      ['views.back', 'asset_2'],
      ['prompt', 'a chair'],
      ['size', '{"width":4,"height":5}'],
      ['count', '2'],
    ]);
  });
});

describe('an error', () => {
  it('is the server’s problem as data', async () => {
    const problem = {
      code: 'rate_limited',
      detail: 'Too many requests',
      hint: 'Wait',
      retryable: true,
      billed: 'no',
      requestId: 'req_1',
      details: { retryAfterMs: 2000 },
    };
    const { client } = clientOf(() => Response.json(problem, { status: 429, headers: { 'retry-after': '2' } }));
    const error: unknown = await client.usage.get().catch((thrown: unknown) => thrown);
    expect(isApiError(error, 'rate_limited') && error.problem).toEqual({
      code: 'rate_limited',
      status: 429,
      message: 'Too many requests',
      hint: 'Wait',
      retryable: true,
      billed: 'no',
      requestId: 'req_1',
      retryAfterMs: 2000,
      details: { retryAfterMs: 2000 },
    });
    expect(isApiError(error, 'not_found')).toBe(false);
  });

  it.each<[string, Answer, string]>([
    ['an answer that is not ours', () => new Response('<html>', { status: 502 }), 'unreadable'],
    ['a page where JSON should be', () => new Response('<html>'), 'unreadable'],
    ['a connection that fails', () => Promise.reject(new TypeError('fetch failed')), 'unreachable'],
  ])('%s has a code of its own', async (_, answer, code) => {
    await expect(clientOf(answer).client.runs.get('run_1')).rejects.toMatchObject({
      code,
      problem: { retryable: true },
    });
  });

  it('is the caller’s own reason when the caller stops', async () => {
    const { client } = clientOf(({ signal }) => Promise.reject(signal.reason as Error));
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(client.runs.get('run_1', { signal })).rejects.toThrow('enough');
  });
});

describe('following a run', () => {
  const stream = (...events: string[]) =>
    new Response(events.join(''), { headers: { 'content-type': 'text/event-stream' } });
  const event = (state: string) => `event: run.${state}\nid: ${state}\ndata: ${JSON.stringify(runBody(state))}\n\n`;
  const statesOf = async (answer: Answer) => {
    const states: string[] = [];
    for await (const { state } of clientOf(answer).client.runs.follow('run_1')) states.push(state);
    return states;
  };

  it('gives each event until the end, comments left out', async () => {
    const answer = () =>
      stream(': still here\n\n', event('queued'), event('running'), event('succeeded'), event('queued'));
    expect((await statesOf(answer)).slice(0, 3)).toEqual(['queued', 'running', 'succeeded']);
  });

  it('reads the run where the server has no events', async () => {
    const states = ['running', 'failed'];
    const missing = { code: 'not_found', detail: 'No such route' };
    const answer = ({ url }: Request) =>
      url.endsWith('/events') ? json(missing, 404) : json(runBody(states.shift()!));
    expect(await statesOf(answer)).toEqual(['running', 'failed']);
  });

  it('takes a lost connection up again', async () => {
    const answers = [() => Promise.reject(new TypeError('reset')), () => stream(event('canceled'))];
    const answer: Answer = ({ url }) => (url.endsWith('/events') ? answers.shift()!() : json(runBody('canceled')));
    expect((await statesOf(answer)).at(-1)).toBe('canceled');
  });

  it('ends with an error that waiting does not cure', async () => {
    const answer = () => json({ code: 'unauthorized', detail: 'No' }, 401);
    await expect(clientOf(answer).client.runs.wait('run_1')).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('knows the ends', () => {
    const states = ['queued', 'running', 'in_doubt', 'succeeded', 'failed', 'canceled'] as const;
    expect(states.filter((state) => isFinished({ state }))).toEqual(['succeeded', 'failed', 'canceled']);
  });
});
