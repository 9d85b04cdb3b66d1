import { expect, it } from 'vitest';
import { countedSource, streamOf } from '../src/contracts/byte-sources.ts';
import { mediaContract } from '../src/contracts/media-contract.ts';
import { samplePicture } from '../src/contracts/media-samples.ts';
import { createHeaderMedia } from '../src/memory/header-media.ts';

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
