import { createSandbox } from '@image-studio/sandbox';
import { describe, expect, it } from 'vitest';

const origin = 'http://sandbox.invalid';
const headers = { authorization: 'Bearer hf_x' };
const job = '764cabcf-b745-4b3e-ae38-1200304cf45b';
const address = `https://queue.fal.run/fal-ai/flux/requests/${job}`;

/** Answers as the real place gives them: the ones here must have the same fields, of the same kinds. */
const recorded = {
  submitted: { request_id: job, status: 'IN_QUEUE', response_url: address, status_url: address, cancel_url: address },
  waiting: { status: 'IN_QUEUE', request_id: job },
  completed: { status: 'COMPLETED', request_id: job },
  images: {
    images: [{ url: address, content_type: 'image/png', file_name: 'image.png', width: 1024, height: 1024 }],
    timings: {},
    seed: 7,
    has_nsfw_concepts: [false],
  },
  image: { image: { url: address, content_type: 'image/png', file_name: 'image.png', width: 1024, height: 1024 } },
  missing: { detail: [{ loc: ['body', 'prompt'], msg: 'field required', type: 'value_error.missing' }] },
  mapping: {
    id: 'black-forest-labs/FLUX.1-dev',
    inferenceProviderMapping: { 'fal-ai': { status: 'live', providerId: 'fal-ai/flux/dev', task: 'text-to-image' } },
  },
  refused: { error: 'Invalid username or password.' },
};

/** Fields and kinds of a value; a list stands for its first item. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [shapeOf(value[0])];
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOf(part)]));
}

function setUp(delay = 0) {
  const sandbox = createSandbox({ delayMs: { queue: delay, image: 0 }, baseUrl: origin });
  const ask = async (path: string, body?: object) => {
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    return (await sandbox.fetch(new Request(`${origin}/huggingface/${path}`, init))).json();
  };
  const submit = async (path: string, body: object) => {
    const taken = (await ask(`fal-ai/${path}?_subdomain=queue`, body)) as { response_url: string };
    return { taken, job: `fal-ai${new URL(taken.response_url).pathname}` };
  };
  return { sandbox, ask, submit };
}

const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

describe('An answer of Hugging Face in the sandbox has the shape of the recorded one', () => {
  it('when a job is taken, waits and is completed with pictures', async () => {
    const { ask, submit } = setUp();
    const { taken, job: path } = await submit('fal-ai/flux/dev', { prompt: 'a lake' });
    expect(shapeOf(taken)).toMatchObject(shapeOf(recorded.submitted) as object);
    expect(await ask(`${path}/status?_subdomain=queue`)).toMatchObject({
      ...recorded.completed,
      request_id: expect.any(String),
    });
    expect(shapeOf(await ask(path))).toEqual(shapeOf(recorded.images));
    const slow = setUp(60_000);
    const waiting = await slow.submit('fal-ai/flux/dev', { prompt: 'a lake' });
    expect(await slow.ask(`${waiting.job}/status`)).toEqual({ ...recorded.waiting, request_id: expect.any(String) });
  });

  it('when a job is completed with one picture, or with a fault', async () => {
    const { ask, submit } = setUp();
    const cut = await submit('fal-ai/bria/background/remove', { image_url: picture });
    expect(shapeOf(await ask(cut.job))).toEqual(shapeOf(recorded.image));
    const wrong = await submit('fal-ai/flux/dev', {});
    expect(shapeOf(await ask(wrong.job))).toEqual(shapeOf(recorded.missing));
    expect(await ask(wrong.job)).toMatchObject({ detail: [{ loc: ['body', 'prompt'], msg: 'field required' }] });
  });

  it('when the Hub says who serves a model, and when nobody is let in', async () => {
    const { sandbox, ask } = setUp();
    expect(await ask('api/models/black-forest-labs/FLUX.1-dev?expand[]=inferenceProviderMapping')).toEqual(
      recorded.mapping,
    );
    const refused = await sandbox.fetch(
      new Request(`${origin}/huggingface/fal-ai/fal-ai/flux/dev`, { method: 'POST' }),
    );
    expect([refused.status, await refused.json()]).toEqual([401, recorded.refused]);
  });
});
