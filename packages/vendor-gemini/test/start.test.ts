import { errorOf } from '@image-studio/core/contracts';
import { createGemini } from '@image-studio/vendor-gemini';
import { describe, expect, it } from 'vitest';
import answers from './recorded/answers.json' with { type: 'json' };
import { callOf, key, pretend } from './pretend.ts';

const prompt = 'a portrait of my neighbour Eleanor in the garden at dusk';
const words = callOf({ prompt });
const pictures = callOf({
  prompt,
  images: [{ $asset: 'a' }, { $asset: 'b' }],
  aspectRatio: '16:9',
  imageSize: '2K',
  personGeneration: 'ALLOW_ADULT',
  thinkingLevel: 'high',
  seed: 0,
  maxOutputTokens: 4096,
  safetySettings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_ONLY_HIGH' }],
});
const base64 = (text: string) => Buffer.from(text).toString('base64');
const partOf = (data: string, fields: object = {}) => ({
  inlineData: { mimeType: 'image/jpeg', data: base64(data) },
  ...fields,
});

describe('a request to Gemini', () => {
  it('has words alone, and nothing that was not set', async () => {
    const { gemini, got } = pretend(() => Response.json(answers.picture));
    await gemini.start(words);
    const url = 'https://generativelanguage.googleapis.com/v1beta/models/gemini-3-pro-image:generateContent';
    expect(got).toHaveLength(1);
    expect(got[0]).toMatchObject({ method: 'POST', url });
    expect(got[0]!.headers.get('x-goog-api-key')).toBe(key);
    expect(JSON.parse(Buffer.from(got[0]!.body).toString())).toEqual({
      contents: [{ role: 'user', parts: [{ text: prompt }] }],
      generationConfig: { responseModalities: ['IMAGE'] },
    });
  });

  it('has pictures as base64, with its length known, and every option in its place', async () => {
    const { gemini, got } = pretend(() => Response.json(answers.picture), { baseUrl: 'http://127.0.0.1:9/gemini' });
    await gemini.start(pictures);
    const { url, headers, body } = got[0]!;
    expect(url).toBe('http://127.0.0.1:9/gemini/v1beta/models/gemini-3-pro-image:generateContent');
    expect(headers.get('content-length')).toBe(String(body.byteLength));
    expect(headers.get('content-type')).toBe('application/json');
    const inline = (text: string) => ({ inlineData: { mimeType: 'image/png', data: base64(text) } });
    expect(JSON.parse(Buffer.from(body).toString())).toEqual({
      contents: [{ role: 'user', parts: [{ text: prompt }, inline('bytes of a'), inline('bytes of b')] }],
      generationConfig: {
        responseModalities: ['IMAGE'],
        imageConfig: { aspectRatio: '16:9', imageSize: '2K', personGeneration: 'ALLOW_ADULT' },
        seed: 0,
        maxOutputTokens: 4096,
        thinkingConfig: { thinkingLevel: 'high' },
      },
      safetySettings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_ONLY_HIGH' }],
    });
  });

  it.each([
    ['a format it does not read', { mediaType: 'image/gif' }, 'invalid_request'],
    ['a picture that is too large', { size: 7_000_001 }, 'input_too_large'],
  ])('is refused before it is sent with %s', async (_, fields, code) => {
    const { gemini, got } = pretend(() => Response.json({}));
    const call = callOf({ images: [{ $asset: 'a' }] }, fields);
    expect(await errorOf(gemini.prepare(call))).toMatchObject({ code, billed: 'no' });
    expect(got).toEqual([]);
  });

  it('needs a key that can be one', () => {
    expect(() => createGemini({ apiKey: 'ä' })).toThrow(expect.objectContaining({ code: 'unauthorized' }));
  });
});

describe('an answer of Gemini', () => {
  it('has a picture and the tokens it took', async () => {
    const { gemini } = pretend(() => Response.json(answers.picture));
    expect(await gemini.start(words)).toMatchObject({
      state: 'done',
      outputs: [{ mediaType: 'image/png' }],
      reported: { usage: { prompt_tokens: 10, picture_tokens: 1120, word_tokens: 0 } },
    });
  });

  it('has the last picture that is no draft, and thoughts count as words', async () => {
    const parts = [
      partOf('draft', { thought: true }),
      partOf('first'),
      partOf('last'),
      partOf('late', { thought: true }),
    ];
    const usageMetadata = { ...answers.picture.usageMetadata, candidatesTokenCount: 1127, thoughtsTokenCount: 300 };
    const { gemini } = pretend(() => Response.json({ candidates: [{ content: { parts } }], usageMetadata }));
    const progress = await gemini.start(words);
    expect(progress).toMatchObject({ reported: { usage: { picture_tokens: 1120, word_tokens: 307 } } });
    const outputs = progress.state === 'done' ? progress.outputs : [];
    const texts = outputs.map((output) => ('body' in output ? new Response(output.body as BodyInit).text() : ''));
    expect(await Promise.all(texts)).toEqual(['last']);
  });

  it.each([
    ['a blocked prompt', answers.blocked, 'moderation_blocked', 'yes'],
    ['an unsafe picture', answers.unsafe, 'moderation_blocked', 'yes'],
    ['a blocked prompt without a bill', { promptFeedback: { blockReason: 'OTHER' } }, 'moderation_blocked', 'no'],
    [
      'no picture',
      { candidates: [{ content: { parts: [{ text: 'no' }] }, finishReason: 'NO_IMAGE' }] },
      'vendor_output',
      'no',
    ],
    ['no tokens left', { candidates: [{ finishReason: 'MAX_TOKENS' }] }, 'vendor_output', 'no'],
  ])('that is a success with %s is a failure, paid as far as it took tokens', async (_, body, code, billed) => {
    const { gemini } = pretend(() => Response.json(body));
    const progress = await gemini.start(words);
    expect(progress).toMatchObject({ state: 'failed', billed, error: { code, billed } });
    if (billed === 'yes') expect(progress).toMatchObject({ reported: { usage: { prompt_tokens: 10 } } });
  });

  it.each([
    ['a wrong key', 400, answers.key, 'vendor_quota', 'refused', 'no', undefined],
    ['a wrong argument', 400, answers.argument, 'vendor_rejected', 'refused', 'no', undefined],
    ['a quota, with the wait in its body', 429, answers.rate, 'rate_limited', 'throttled', 'no', 34_400],
    ['an overloaded model', 503, answers.overloaded, 'in_doubt', 'uncertain', 'unknown', undefined],
    ['a stranger’s 403', 403, '<html>', 'in_doubt', 'uncertain', 'unknown', undefined],
    ['nothing', 200, {}, 'in_doubt', 'uncertain', 'unknown', undefined],
    ['something that cannot be read', 200, '{"candidates":[', 'in_doubt', 'uncertain', 'unknown', undefined],
  ])(
    'that says %s (%d) is what the table makes of it',
    async (_, status, body, code, failure, billed, retryAfterMs) => {
      const { gemini, got } = pretend(() =>
        typeof body === 'string' ? new Response(body, { status }) : Response.json(body, { status }),
      );
      const error = await errorOf(gemini.start(words));
      expect(error).toMatchObject({ code, failure, billed });
      expect(error.retryAfterMs).toBe(retryAfterMs);
      expect(got).toHaveLength(1);
    },
  );

  it('never shows the prompt or the key in an error, though the vendor repeats them', async () => {
    const message = `Bad prompt: ${prompt}, key ${key}`;
    const refusing = pretend(() => Response.json({ error: { code: 400, message } }, { status: 400 }));
    expect((await errorOf(refusing.gemini.start(words))).message).not.toMatch(/Eleanor|0123456789/);
    const empty = { candidates: [{ finishReason: 'OTHER', finishMessage: message }] };
    const progress = await pretend(() => Response.json(empty)).gemini.start(words);
    expect(JSON.stringify(progress)).not.toMatch(/Eleanor/);
  });
});
