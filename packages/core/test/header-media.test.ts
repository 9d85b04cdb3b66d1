import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  countedSource,
  mediaContract,
  orientedJpeg,
  sampleGlb,
  sampleHeic,
  sampleMp3,
  sampleMp4,
  samplePicture,
  sampleWav,
  streamOf,
} from '../src/contracts.ts';
import { isStudioError } from '../src/index.ts';
import { createHeaderMedia } from '../src/memory.ts';

mediaContract('a reader of headers', createHeaderMedia);

it('reads only the beginning of a picture', async () => {
  const rest = countedSource(1000, 1000);
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({}, {}, { highWaterMark: 0 });
  const feeding = streamOf([samplePicture('jpeg')])
    .pipeTo(writable, { preventClose: true })
    .then(() => rest.stream.pipeTo(writable))
    .catch(() => 'given up');
  expect(await createHeaderMedia().probe(async () => readable)).toMatchObject({ width: 5, height: 3 });
  expect(await feeding).toBe('given up');
  expect(rest.pulled()).toBeLessThan(10);
});

it('cannot look into masks, and offers no such thing', () => {
  const media = createHeaderMedia();
  expect(media.coverage).toBeUndefined();
  expect(media.fitMask).toBeUndefined();
});

it('answers or refuses, whatever a damaged file says', async () => {
  const names = ['png', 'jpeg', 'webpLossy', 'webpLossless', 'webpAlpha', 'gif', 'avif'] as const;
  const whole = [
    ...names.map((name) => samplePicture(name)),
    orientedJpeg(6),
    sampleGlb(),
    sampleHeic(1),
    sampleMp4(),
    sampleMp3(),
    sampleWav(),
  ];
  const damage = fc.record({
    file: fc.constantFrom(...whole),
    changes: fc.array(fc.record({ at: fc.nat(400), value: fc.nat(255) }), { maxLength: 6 }),
    length: fc.nat(6000),
  });
  const media = createHeaderMedia();
  await fc.assert(
    fc.asyncProperty(damage, async ({ file, changes, length }) => {
      const bytes = file.slice(0, Math.max(16, length));
      for (const { at, value } of changes) bytes[at % bytes.length] = value;
      const outcome = await media
        .probe(async () => streamOf([bytes]))
        .then(
          () => 'answered',
          (error: unknown) => (isStudioError(error, 'invalid_request') ? 'refused' : error),
        );
      expect(['answered', 'refused']).toContain(outcome);
    }),
    { numRuns: 3000 },
  );
});
