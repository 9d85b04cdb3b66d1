import { errorOf } from '@image-studio/core/contracts';
import { describe, expect, test } from 'vitest';
import { base, path, pretend, signal } from './pretend.ts';

const ticket = { path };
const file = { url: 'https://v3.fal.media/files/rabbit/abc.png', content_type: 'image/png', width: 8, height: 8 };
const output = { url: file.url, mediaType: 'image/png' };

/** A queue that says COMPLETED, and then this result. */
function completed(result: unknown, status: object = {}) {
  return pretend(({ url }) => (url.includes('/status?') ? { status: 'COMPLETED', ...status } : result));
}

const fault = (type: string, msg = 'field required') =>
  Response.json({ detail: [{ loc: ['body', 'prompt'], msg, type }] }, { status: 422 });

describe('A job', () => {
  test.each(['IN_QUEUE', 'IN_PROGRESS'])('that is %s is pending', async (status) => {
    const { huggingface, got } = pretend(() => Response.json({ status, queue_position: 2 }, { status: 202 }));
    expect(await huggingface.status(ticket, { signal })).toEqual({ state: 'pending', ticket });
    expect(got.map(({ url }) => url)).toEqual([`${base}/fal-ai${path}/status?_subdomain=queue`]);
  });

  test.each([
    ['pictures', { images: [file, file], seed: 7, has_nsfw_concepts: [false, false] }, [output, output], 7],
    ['one picture', { image: file }, [output], undefined],
    [
      'a picture the check let through',
      { images: [file, file], has_nsfw_concepts: [true, false] },
      [output],
      undefined,
    ],
    ['a seed too large for a number', { images: [file], seed: 196_619_188_014_358_660 }, [output], undefined],
  ])('is done with %s', async (_what, result, outputs, seed) => {
    const { huggingface, got } = completed(result);
    const progress = await huggingface.status(ticket, { signal });
    expect(progress).toEqual({ state: 'done', outputs, ticket, ...(seed === undefined ? {} : { reported: { seed } }) });
    expect(got.at(-1)?.url).toBe(`${base}/fal-ai${path}?_subdomain=queue`);
  });

  test.each([
    ['a missing field', fault('value_error.missing'), 'vendor_rejected', 'no'],
    ['a picture it cannot load', fault('image_load_error'), 'vendor_rejected', 'no'],
    ['content that is not allowed', fault('content_policy_violation'), 'moderation_blocked', 'yes'],
    ['nothing made', fault('no_media_generated'), 'vendor_output', 'yes'],
    ['no file', { images: [] }, 'vendor_output', 'yes'],
    ['black pictures', { images: [file], has_nsfw_concepts: [true] }, 'moderation_blocked', 'yes'],
  ])('that ends with %s has failed', async (_what, result, code, billed) => {
    const progress = await completed(result).huggingface.status(ticket, { signal });
    expect(progress).toMatchObject({ state: 'failed', error: { code }, billed });
  });

  test('that has failed tells why without the words that were sent', async () => {
    const prompt = 'a very private wedding at the harbour';
    const result = fault('content_policy_violation', `Blocked: ${prompt}`);
    const progress = await completed(result).huggingface.status(ticket, { signal, sent: { prompt } });
    expect(progress).toMatchObject({ state: 'failed', error: { message: expect.stringContaining('Blocked') } });
    expect(JSON.stringify(progress)).not.toContain('wedding');
  });

  test('whose error the queue tells is not billed when its result is a server error', async () => {
    const { huggingface } = pretend(({ url }) =>
      url.includes('/status?') ? { status: 'COMPLETED', error: 'boom' } : new Response(null, { status: 500 }),
    );
    expect(await huggingface.status(ticket, { signal })).toMatchObject({ state: 'failed', billed: 'no' });
  });

  test.each([
    ['is not found', () => Response.json({ detail: 'Request not found' }, { status: 404 })],
    ['cannot be asked for', () => new Response(null, { status: 503 })],
    ['has a token that is not let in any more', () => Response.json({ error: 'no' }, { status: 401 })],
    ['answers with something else', () => ({ hello: 1 })],
  ])('that %s may still be alive', async (_what, answer) => {
    const progress = await pretend(answer).huggingface.status(ticket, { signal });
    expect(progress).toMatchObject({ state: 'pending', ticket, unsure: true });
  });

  test('whose result is a server error that the queue knows nothing of is asked again', async () => {
    const { huggingface } = pretend(({ url }) =>
      url.includes('/status?') ? { status: 'COMPLETED' } : new Response(null, { status: 500 }),
    );
    expect(await huggingface.status(ticket, { signal })).toMatchObject({ state: 'pending', unsure: true });
  });

  test.each([{ id: 'x' }, { path: '/../../keys' }, { path: '/a/requests/../../x' }])(
    'with the ticket %j is not asked for',
    async (stranger) => {
      const { huggingface, got } = pretend(() => ({}));
      expect(await errorOf(huggingface.status(stranger, { signal }))).toMatchObject({ code: 'internal' });
      expect(got).toHaveLength(0);
    },
  );
});
