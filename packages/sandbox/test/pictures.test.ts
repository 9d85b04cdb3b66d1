import sharp from 'sharp';
import { expect, test } from 'vitest';
import { createSandbox } from '../src/index.ts';
import { caller, editModel, leftHalfMask, pixel, plain, textModel } from './caller.ts';

const delayMs = { queue: 0, image: 0 };
const blue = [0x33, 0x66, 0xcc];

/** Runs a model on uploaded files and gives the first output. */
async function made(model: string, inputs: object, files: Readonly<Record<string, Uint8Array>> = {}) {
  const { upload, run, download } = caller(createSandbox({ delayMs }));
  const uploaded = await Promise.all(
    Object.entries(files).map(async ([name, bytes]) => {
      const url = await upload(bytes);
      return [name, name === 'images' ? [url] : url] as const;
    }),
  );
  const { data } = await run(model, { ...inputs, ...Object.fromEntries(uploaded) });
  const file = await download(data.outputs[0] ?? '');
  return { file, ...(await sharp(file).metadata()) };
}

test.each([
  ['the size that is asked for', textModel, { prompt: 'x', size: '512*768' }, [512, 768]],
  ['1024 pixels square otherwise', textModel, { prompt: 'x' }, [1024, 1024]],
  ['an aspect ratio', 'google/imagen4-fast', { prompt: 'x', aspect_ratio: '16:9' }, [1368, 768]],
  ['a resolution', 'google/nano-banana-pro/text-to-image', { prompt: 'x', resolution: '2k' }, [2048, 2048]],
  [
    'width and height',
    'pruna-ai/p-image/text-to-image',
    { prompt: 'x', aspect_ratio: 'custom', width: 640, height: 320 },
    [640, 320],
  ],
])('a generated picture has %s', async (_name, model, inputs, size) => {
  const { width, height } = await made(model, inputs);
  expect([width, height]).toEqual(size);
});

test.each([
  ['the longest side', 'wavespeed-ai/image-upscaler', { target_resolution: '2k' }, [2048, 1024]],
  ['a factor', 'bria/increase-resolution', { desired_increase: 4 }, [800, 400]],
  ['megapixels', 'clarity-ai/pro-upscaler', { target_megapixels: 2 }, [2000, 1000]],
  ['twice the size', 'recraft-ai/recraft-crisp-upscale', {}, [400, 200]],
])('an upscaler is asked for %s', async (_name, model, inputs, size) => {
  const { width, height } = await made(model, inputs, { image: await plain(200, 100) });
  expect([width, height]).toEqual(size);
});

test.each(['jpeg', 'png', 'webp'])('an output is a %s when the request says so', async (output_format) => {
  const { format } = await made('wavespeed-ai/image-eraser', { output_format }, { image: await plain(64, 64) });
  expect(format).toBe(output_format);
});

test('an edit keeps the size of its picture and visibly changes it, by the prompt', async () => {
  const image = await plain(320, 200);
  const dusk = await made(editModel, { prompt: 'dusk', output_format: 'png' }, { image });
  const dawn = await made(editModel, { prompt: 'dawn', output_format: 'png' }, { image });
  expect([dusk.width, dusk.height]).toEqual([320, 200]);
  const colors = await Promise.all([dusk.file, dawn.file].map((file) => pixel(file, 100, 100)));
  expect(colors[0]).not.toEqual(blue);
  expect(colors[1]).not.toEqual(blue);
  expect(colors[0]).not.toEqual(colors[1]);
});

test('a mask confines an edit to where it is white', async () => {
  const inputs = { prompt: 'x', size: '320*200', output_format: 'png' };
  const files = { image: await plain(320, 200), mask_image: await leftHalfMask(320, 200) };
  const { file } = await made('wavespeed-ai/flux-dev', inputs, files);
  expect(await pixel(file, 240, 60)).toEqual(blue);
  expect(await pixel(file, 60, 60)).not.toEqual(blue);
});

test('an eraser blurs inside its mask only', async () => {
  const stripes = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"><rect width="320" height="200" fill="#fff"/><path d="M80 0h4v200h-4zM240 0h4v200h-4z" fill="#000"/></svg>',
  );
  const image = new Uint8Array(await sharp(stripes).png().toBuffer());
  const { file } = await made(
    'wavespeed-ai/image-eraser',
    { output_format: 'png' },
    { image, mask_image: await leftHalfMask(320, 200) },
  );
  expect(await pixel(file, 242, 100)).toEqual([0, 0, 0]);
  expect((await pixel(file, 82, 100))[0]).toBeGreaterThan(60);
});

test('a removed background is transparent', async () => {
  const { file, format } = await made('wavespeed-ai/image-background-remover', {}, { image: await plain(200, 200) });
  const { channels } = await sharp(file).stats();
  expect(format).toBe('png');
  expect(channels[3]).toMatchObject({ min: 0, max: 255 });
});

test('a face swap shows the second picture on the first', async () => {
  const files = { image: await plain(200, 200), face_image: await plain(90, 90, '#ff0000') };
  const { file } = await made('wavespeed-ai/image-face-swap', { output_format: 'png' }, files);
  expect(await pixel(file, 100, 70)).toEqual([255, 0, 0]);
  expect(await pixel(file, 8, 8)).toEqual(blue);
});

test('an expanded picture is larger around its own', async () => {
  const { width, height } = await made('bria/expand', { aspect_ratio: '16:9' }, { image: await plain(100, 100) });
  expect([width, height]).toEqual([1368, 768]);
});

test('a photo that lies on its side is worked on upright', async () => {
  const lying = await sharp(await plain(300, 100))
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const { width, height } = await made(editModel, { prompt: 'x' }, { image: new Uint8Array(lying) });
  expect([width, height]).toEqual([100, 300]);
});

test('every picture bears the mark of the sandbox in its corner, even a tiny one', async () => {
  const { file } = await made('wavespeed-ai/image-eraser', { output_format: 'png' }, { image: await plain(400, 300) });
  const corner = await sharp(file).extract({ left: 340, top: 275, width: 60, height: 25 }).toBuffer();
  const { channels } = await sharp(corner).stats();
  expect(channels[0]?.max).toBeGreaterThan(240);
  expect(channels[0]?.min).toBeLessThan(40);
  const tiny = await made('wavespeed-ai/image-eraser', { output_format: 'png' }, { image: await plain(16, 16) });
  expect([tiny.width, tiny.height]).toEqual([16, 16]);
});

test('a picture without colours, with transparency or with 16 bits is worked on like any other', async () => {
  const clear = { width: 120, height: 80, channels: 4, background: { r: 40, g: 90, b: 160, alpha: 0.9 } } as const;
  const files = await Promise.all([
    sharp(await plain(120, 80))
      .greyscale()
      .png()
      .toBuffer(),
    sharp({ create: clear }).png().toBuffer(),
    sharp({ create: clear }).toColourspace('rgb16').png().toBuffer(),
    sharp(await plain(120, 80))
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer(),
  ]);
  for (const model of [editModel, 'topaz/image/denoise', 'wavespeed-ai/ic-light', 'wavespeed-ai/image-translator']) {
    for (const file of files) {
      const inputs = { prompt: 'x', target_language: 'german' };
      const done = await made(model, inputs, { image: new Uint8Array(file) });
      const [red, green, third] = await pixel(done.file, 10, 10);
      const brightness = ((red ?? 0) + (green ?? 0) + (third ?? 0)) / 3;
      expect(brightness, model).toBeGreaterThan(15);
      expect(brightness, model).toBeLessThan(225);
    }
  }
});

test('a face swap of several takes the new face, not the one that is replaced', async () => {
  const { upload, run, download } = caller(createSandbox({ delayMs }));
  const [image, face, replaced] = await Promise.all(
    ['#3366cc', '#cc3333', '#33cc33'].map(async (color) => upload(await plain(200, 200, color))),
  );
  const { data } = await run('akool/image-face-swap', { image, source_image: [face], target_image: [replaced] });
  const [red = 0, green = 0] = await pixel(await download(data.outputs[0] ?? ''), 100, 70);
  expect(red).toBeGreaterThan(green);
});

test('a translation looks different in each language', async () => {
  const { upload, run, download } = caller(createSandbox({ delayMs }));
  const image = await upload(await plain(200, 200));
  const into = async (target_lang: string) =>
    download((await run('alibaba/qwen-image/translate', { image, target_lang })).data.outputs[0] ?? '');
  expect(await into('de')).not.toEqual(await into('fr'));
});
