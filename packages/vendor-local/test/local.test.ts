import { isStudioError, type Json } from '@image-studio/core';
import sharp, { type Metadata } from 'sharp';
import { describe, expect, it } from 'vitest';
import { createLocal } from '../src/index.ts';
import { enlarge, failureOf, flat, sample } from './pictures.ts';

describe('enlarging on this machine', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('keeps the format of a picture: %s', async (format) => {
    const { facts, mediaType } = await enlarge(await sample().toFormat(format).toBuffer(), { scale: 3 });
    expect({ mediaType, width: facts.width, height: facts.height }).toEqual({
      mediaType: `image/${format}`,
      width: 90,
      height: 60,
    });
    expect(facts.mediaType).toBe(`image/${format}`);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('writes the format that was asked for: %s', async (format) => {
    const { facts, mediaType } = await enlarge(await sample().gif().toBuffer(), { output_format: format });
    expect([mediaType, facts.mediaType, facts.width]).toEqual([`image/${format}`, `image/${format}`, 60]);
  });

  it('doubles when no scale is given, and rounds to whole pixels', async () => {
    const png = await sample(15, 11).png().toBuffer();
    expect((await enlarge(png)).facts).toMatchObject({ width: 30, height: 22 });
    expect((await enlarge(png, { scale: 1.5 })).facts).toMatchObject({ width: 23, height: 17 });
  });

  it('looks like the picture it was made of', async () => {
    const before = await sample().blur(2).png().toBuffer();
    const { bytes } = await enlarge(before, { scale: 4 });
    const [expected, back] = await Promise.all(
      [sharp(before), sharp(bytes).resize(30, 20)].map((picture) => picture.raw().toBuffer()),
    );
    const differences = Array.from(expected ?? [], (value, at) => Math.abs(value - (back?.[at] ?? 0)));
    expect(differences.reduce((sum, value) => sum + value, 0) / differences.length).toBeLessThan(3);
  });

  it('stands a picture upright that lies on its side', async () => {
    const bytes = await sample().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { facts } = await enlarge(bytes);
    expect([facts.width, facts.height, facts.orientation ?? 1]).toEqual([40, 60, 1]);
  });

  it.each<[string, () => Promise<Buffer>, Partial<Metadata>]>([
    ['its colour profile', () => sample().withIccProfile('p3').png().toBuffer(), { hasProfile: true }],
    ['its grey', () => sample().toColourspace('b-w').png().toBuffer(), { channels: 1 }],
    ['its 16 bits', () => sample().toColourspace('rgb16').png().toBuffer(), { depth: 'ushort' }],
    ['its transparency', () => flat('#f008'), { hasAlpha: true }],
  ])('keeps of a picture %s', async (_what, make, expected) => {
    expect((await enlarge(await make())).facts).toMatchObject(expected);
  });

  it('puts white behind a transparent picture that becomes a JPEG', async () => {
    const { bytes } = await enlarge(await flat('#f000'), { output_format: 'jpeg' });
    expect([...(await sharp(bytes).raw().toBuffer())].every((value) => value > 250)).toBe(true);
  });

  it('keeps an animation, and takes the first frame where the format has no more', async () => {
    const frames = [await flat('#f00'), await flat('#00f')];
    const gif = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 200] })
      .toBuffer();
    const { facts } = await enlarge(gif);
    expect([facts.pages, facts.width, facts.pageHeight, facts.delay]).toEqual([2, 20, 20, [100, 200]]);
    const still = await enlarge(gif, { output_format: 'png' });
    expect([still.facts.pages, still.facts.width, still.facts.height]).toEqual([undefined, 20, 20]);
  });

  it('gives the same bytes when a call runs again', async () => {
    const png = await sample().png().toBuffer();
    expect((await enlarge(png)).bytes).toEqual((await enlarge(png)).bytes);
  });

  it('can be called directly', async () => {
    const png = await sample().png().toBuffer();
    const { bytes, mediaType } = await createLocal().enlarge(png, { scale: 2, format: 'webp' });
    expect([mediaType, (await sharp(bytes).metadata()).width]).toEqual(['image/webp', 60]);
  });
});

const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
const png = await sample().png().toBuffer();
const jpeg = await sample(300, 200).jpeg().toBuffer();
const small = await sample(90, 60).jpeg().toBuffer();
const animation = await sharp([await flat('#f00'), await flat('#00f')], { join: { animated: true } })
  .gif()
  .toBuffer();

describe('a picture that cannot be enlarged', () => {
  it.each<[string, Uint8Array, Readonly<Record<string, Json>>, string, RegExp]>([
    ['a drawing', svg, {}, 'image', /SVG/],
    ['nothing', new Uint8Array(), {}, 'image', /empty/],
    ['a cut picture', small.subarray(0, small.length - 300), { scale: 1 }, 'image', /broken/],
    ['a result with too many pixels', png, { scale: 8 }, 'scale', /at most 4 for this picture/],
    ['an animation with too many pixels', animation, { scale: 8 }, 'scale', /at most 7 for this picture/],
    ['a picture that is too large itself', jpeg, { scale: 2 }, 'scale', /too large to be enlarged here/],
    ['a scale below 1', png, { scale: 0.5 }, 'scale', /between 1 and 16/],
    ['a scale above 16', png, { scale: 17 }, 'scale', /between 1 and 16/],
    ['a scale in words', png, { scale: 'twice' }, 'scale', /a number/],
    ['an unknown format', png, { output_format: 'bmp' }, 'output_format', /jpeg, png/],
    ['no picture', png, { image: 'https://example.com/a.png' }, 'image', /missing/],
  ])('is refused without a bill: %s', async (_what, bytes, body, field, message) => {
    const error = await failureOf(enlarge(bytes, body, 10_000));
    expect(isStudioError(error, 'invalid_request') && error).toMatchObject({
      message: expect.stringMatching(message),
      billed: 'no',
      failure: 'refused',
      details: { issues: [{ path: [field] }] },
    });
  });

  it('is refused when its format cannot hold the result', async () => {
    const long = await sample(1200, 2).webp().toBuffer();
    await expect(enlarge(long, { scale: 16 })).rejects.toThrow('at most 13.6 for this picture');
    expect((await enlarge(long, { scale: 16, output_format: 'png' })).facts.width).toBe(19_200);
  });
});
