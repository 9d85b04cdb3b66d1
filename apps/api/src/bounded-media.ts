import type { Media } from '@image-studio/core';

/** At most so many pictures are decoded at once: each is in memory meanwhile, and the decoder has no more threads anyway. */
export function boundedMedia(media: Media, atOnce: number): Media {
  const waiting: (() => void)[] = [];
  let inside = 0;

  async function oneOf<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (inside >= atOnce) await new Promise<void>((enter) => waiting.push(enter));
    else inside++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inside--;
    }
  }

  const { coverage, fitMask } = media;
  return {
    probe: (read) => oneOf(() => media.probe(read)),
    ...(coverage ? { coverage: (read) => oneOf(() => coverage(read)) } : {}),
    ...(fitMask ? { fitMask: (read, target) => oneOf(() => fitMask(read, target)) } : {}),
  };
}
