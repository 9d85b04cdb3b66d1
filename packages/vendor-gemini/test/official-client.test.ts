import { GoogleGenAI, type GenerateContentResponse } from '@google/genai';
import { createSandbox, listen, type Sandbox } from '@image-studio/sandbox';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let sandbox: Sandbox;
let server: Awaited<ReturnType<typeof listen>>;
beforeEach(async () => {
  sandbox = createSandbox({ delayMs: { queue: 0, image: 0 } });
  server = await listen(sandbox);
});
afterEach(() => server.close());

const client = () =>
  new GoogleGenAI({
    apiKey: 'any',
    httpOptions: { baseUrl: `${server.url}/gemini`, apiVersion: 'v1beta', retryOptions: { attempts: 1 } },
  });
const [model, pro] = ['gemini-nano-banana-2.1', 'gemini-3-pro-image'];

async function photoOf(background: string): Promise<string> {
  const made = sharp({ create: { width: 96, height: 64, channels: 3, background } });
  return (await made.jpeg().toBuffer()).toString('base64');
}

async function pictureOf({ candidates }: GenerateContentResponse) {
  const data = candidates?.[0]?.content?.parts?.find(({ inlineData }) => inlineData)?.inlineData?.data ?? '';
  const picture = sharp(Buffer.from(data, 'base64'));
  return { ...(await picture.metadata()), pixels: await picture.removeAlpha().raw().toBuffer() };
}

describe('Google’s own client', () => {
  it('generates pictures in the size and shape asked for, which differ by the prompt, and sees its tokens', async () => {
    const config = { imageConfig: { aspectRatio: '16:9', imageSize: '2K' }, responseModalities: ['IMAGE'] };
    const answer = await client().models.generateContent({ model, contents: 'a boat', config });
    const first = await pictureOf(answer);
    expect(first).toMatchObject({ format: 'png', width: 2736, height: 1536 });
    const second = await pictureOf(await client().models.generateContent({ model, contents: 'a hill', config }));
    expect(Buffer.compare(first.pixels, second.pixels)).not.toBe(0);
    const { promptTokenCount = 0, candidatesTokenCount = 0, thoughtsTokenCount = 0 } = answer.usageMetadata ?? {};
    const micros = promptTokenCount * 1.5 + candidatesTokenCount * 30 + thoughtsTokenCount * 7.5;
    expect(sandbox.bills()[0]).toMatchObject({ model, micros: Math.round(micros) });
  });

  it('edits a picture, and the result shows it', async () => {
    const edit = async (colour: string) => {
      const inlineData = { mimeType: 'image/jpeg', data: await photoOf(colour) };
      const contents = [{ text: 'make it dusk' }, { inlineData }];
      return pictureOf(await client().models.generateContent({ model: pro, contents }));
    };
    const [blue, red] = [await edit('#47a'), await edit('#a47')];
    expect(blue).toMatchObject({ format: 'jpeg', width: 1248, height: 832 });
    expect(Buffer.compare(blue.pixels, red.pixels)).not.toBe(0);
    expect(sandbox.bills().map(({ inputs }) => inputs['images'])).toEqual([1, 1]);
  });

  it('sees a blocked prompt as an answer without candidates, billed for the prompt', async () => {
    sandbox.faults.add({ kind: 'moderation' });
    const answer = await client().models.generateContent({ model: pro, contents: 'abcd' });
    expect(answer.promptFeedback?.blockReason).toBe('PROHIBITED_CONTENT');
    expect(sandbox.bills()).toMatchObject([{ micros: 2 }]);
  });

  it('gets no picture where the tokens do not suffice', async () => {
    const answer = await client().models.generateContent({
      model: pro,
      contents: 'x',
      config: { maxOutputTokens: 1121 },
    });
    expect(answer.candidates?.[0]?.finishReason).toBe('MAX_TOKENS');
  });

  it.each([
    ['too_many', 429, /RESOURCE_EXHAUSTED/],
    ['error_before', 503, /overloaded/],
    ['rejected', 400, /INVALID_ARGUMENT/],
    ['vendor_quota', 400, /FAILED_PRECONDITION/],
  ] as const)('understands the error of %s, and nothing is billed', async (kind, status, message) => {
    sandbox.faults.add({ kind });
    const asked = client().models.generateContent({ model, contents: 'x' });
    await expect(asked).rejects.toMatchObject({ status, message: expect.stringMatching(message) });
    expect(sandbox.bills()).toEqual([]);
  });

  it.each([
    [{ model: 'imagen-4.0-generate-001' }, 404],
    [{ model: 'gemini-3.1-flash-lite-image', config: { imageConfig: { imageSize: '2K' } } }, 400],
    [{ model: pro, config: { imageConfig: { aspectRatio: '1:8' } } }, 400],
    [{ model: pro, config: { thinkingConfig: { thinkingLevel: 'HIGH' } } }, 400],
    [{ model: pro, contents: [{ inlineData: { mimeType: 'image/gif', data: 'AAAA' } }] }, 400],
  ])('is refused %j, as Gemini refuses it', async (request, status) => {
    const asked = client().models.generateContent({ contents: 'x', ...request } as never);
    await expect(asked).rejects.toMatchObject({ status });
    expect(sandbox.bills()).toEqual([]);
  });
});
