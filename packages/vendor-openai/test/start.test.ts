import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorOf } from '@image-studio/core/contracts';
import { createSandbox } from '@image-studio/sandbox';
import { createOpenai } from '@image-studio/vendor-openai';
import { describe, expect, it } from 'vitest';
import answers from './recorded/answers.json' with { type: 'json' };
import { callOf, key, pretend } from './pretend.ts';

const prompt = 'a portrait of my neighbour Eleanor in the garden at dusk';
const words = callOf({ prompt, n: 2, quality: 'low' });
const pictures = callOf({ prompt, image: [{ $asset: 'a' }, { $asset: 'b' }], mask: { $asset: 'm' }, n: 2 });

describe('a request to OpenAI', () => {
  it('is JSON with the model, where there are only words', async () => {
    const { openai, got } = pretend(() => Response.json(answers.generation));
    await openai.start(words);
    expect(got).toHaveLength(1);
    expect(got[0]).toMatchObject({ method: 'POST', url: 'https://api.openai.com/v1/images/generations' });
    expect(got[0]!.headers.get('authorization')).toBe(`Bearer ${key}`);
    expect(JSON.parse(Buffer.from(got[0]!.body).toString())).toEqual({
      model: 'gpt-image-2',
      prompt,
      n: 2,
      quality: 'low',
    });
  });

  it('is a form of known length, where there are pictures', async () => {
    const { openai, got } = pretend(() => Response.json(answers.edit), { baseUrl: 'http://127.0.0.1:9/openai' });
    await openai.start(pictures);
    const { url, headers, body } = got[0]!;
    expect(url).toBe('http://127.0.0.1:9/openai/images/edits');
    expect(headers.get('content-length')).toBe(String(body.byteLength));
    const form = await new Response(body as BodyInit, { headers }).formData();
    const images = form.getAll('image[]') as File[];
    expect(await Promise.all(images.map((file) => file.text()))).toEqual(['bytes of a', 'bytes of b']);
    expect(await (form.get('mask') as File).text()).toBe('bytes of m');
    expect([form.get('model'), form.get('prompt'), form.get('n')]).toEqual(['gpt-image-2', prompt, '2']);
  });

  it.each([
    ['a format it does not read', { mediaType: 'image/avif' }, 'invalid_request'],
    ['a picture that is too large', { size: 50_000_000 }, 'input_too_large'],
  ])('is refused before it is sent with %s', async (_, fields, code) => {
    const { openai, got } = pretend(() => Response.json({}));
    expect(await errorOf(openai.prepare(callOf({ image: [{ $asset: 'a' }] }, fields)))).toMatchObject({
      code,
      billed: 'no',
    });
    expect(got).toEqual([]);
  });

  it('needs a key that can be one', () => {
    expect(() => createOpenai({ apiKey: ' ' })).toThrow(expect.objectContaining({ code: 'unauthorized' }));
  });
});

describe('an answer of OpenAI', () => {
  it('has pictures and the tokens they took', async () => {
    const { openai } = pretend(() => Response.json(answers.generation));
    const progress = await openai.start(words);
    expect(progress).toMatchObject({
      state: 'done',
      outputs: [{ mediaType: 'image/png' }],
      reported: {
        usage: { input_text_tokens: 10, input_image_tokens: 40, output_image_tokens: 50, output_text_tokens: 0 },
      },
    });
    const [output] = progress.state === 'done' ? progress.outputs : [];
    const bytes = output && 'body' in output ? await new Response(output.body as BodyInit).arrayBuffer() : undefined;
    expect(Buffer.from(bytes!).toString('base64')).toBe('iVBORw0KGgo=');
  });

  it('may leave the tokens out', async () => {
    const { openai } = pretend(() => Response.json(answers.edit));
    const progress = await openai.start(pictures);
    expect(progress).toMatchObject({ state: 'done', outputs: [{ mediaType: 'image/webp' }] });
    expect(progress).not.toHaveProperty('reported');
  });

  it('without a picture has been paid', async () => {
    const { openai } = pretend(() => Response.json({ ...answers.generation, data: [{}] }));
    expect(await openai.start(words)).toMatchObject({
      state: 'failed',
      billed: 'yes',
      error: { code: 'vendor_output' },
      reported: { usage: { output_image_tokens: 50 } },
    });
  });

  it.each([
    ['moderation', 400, answers.moderation, 'moderation_blocked', 'refused', 'no'],
    ['an option the model does not have', 400, answers.quality, 'vendor_rejected', 'refused', 'no'],
    ['an unknown parameter', 400, answers.unknown, 'vendor_rejected', 'refused', 'no'],
    ['a wrong key', 401, answers.key, 'vendor_quota', 'refused', 'no'],
    ['a rate limit', 429, answers.rate, 'rate_limited', 'throttled', 'no'],
    ['an empty account', 429, answers.quota, 'vendor_quota', 'refused', 'no'],
    ['a hard limit', 400, answers.billing, 'vendor_quota', 'refused', 'no'],
    ['a stranger’s 400', 400, '<html>', 'in_doubt', 'uncertain', 'unknown'],
    ['a conflict', 409, answers.unknown, 'in_doubt', 'uncertain', 'unknown'],
    ['a fault of the server', 500, answers.unknown, 'in_doubt', 'uncertain', 'unknown'],
    ['no servers', 503, 'upstream', 'in_doubt', 'uncertain', 'unknown'],
    ['a success that is none', 200, { hello: 1 }, 'in_doubt', 'uncertain', 'unknown'],
    ['a success that cannot be read', 200, '{"data":[', 'in_doubt', 'uncertain', 'unknown'],
  ])('that says %s (%d) is what the table makes of it', async (_, status, body, code, failure, billed) => {
    const headers = { 'retry-after': '12' };
    const { openai, got } = pretend(() =>
      typeof body === 'string' ? new Response(body, { status, headers }) : Response.json(body, { status, headers }),
    );
    const error = await errorOf(openai.start(words));
    expect(error).toMatchObject({ code, failure, billed });
    expect(error.retryAfterMs).toBe(status === 200 ? undefined : 12_000);
    expect(got).toHaveLength(1);
  });

  it('never shows the prompt or the key in an error, though the vendor repeats them', async () => {
    const echo = { error: { message: `Bad prompt "${prompt}" for ${key}`, type: 'invalid_request_error' } };
    const { openai } = pretend(() => Response.json(echo, { status: 400 }));
    for (const call of [words, pictures]) {
      const { message } = await errorOf(openai.start(call));
      expect(message).not.toMatch(/Eleanor|0123456789/);
    }
  });
});

it(
  'gives up an answer whose picture does not end, in doubt, and leaves nothing behind',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'openai-start-'));
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = folder;
    try {
      const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 } });
      sandbox.faults.add({ kind: 'oversize_output' });
      const fetch = (request: Request) => sandbox.fetch(request);
      const openai = createOpenai({ apiKey: key, baseUrl: 'http://sandbox.invalid/openai', fetch });
      const error = await errorOf(openai.start(callOf({ prompt, quality: 'low' })));
      expect(error).toMatchObject({ code: 'in_doubt', failure: 'uncertain' });
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
