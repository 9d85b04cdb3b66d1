import type { Sharp } from 'sharp';

/** How a picture is written. */
export interface OutputFormat {
  readonly mediaType: string;
  /** Pixels of the longest side that the format can hold. */
  readonly longestSide: number;
  readonly animated: boolean;
  readonly write: (picture: Sharp) => Sharp;
}

/** The formats that this machine writes, by the last part of their media type. Qualities that show no loss at first sight. */
export const outputFormats = {
  jpeg: {
    mediaType: 'image/jpeg',
    longestSide: 65_535,
    animated: false,
    write: (picture) => picture.flatten({ background: '#fff' }).jpeg({ quality: 92, chromaSubsampling: '4:4:4' }),
  },
  png: { mediaType: 'image/png', longestSide: 1_000_000, animated: false, write: (picture) => picture.png() },
  webp: {
    mediaType: 'image/webp',
    longestSide: 16_383,
    animated: true,
    write: (picture) => picture.webp({ quality: 92, alphaQuality: 100 }),
  },
  gif: { mediaType: 'image/gif', longestSide: 65_535, animated: true, write: (picture) => picture.gif() },
  avif: {
    mediaType: 'image/avif',
    longestSide: 16_384,
    animated: false,
    write: (picture) => picture.avif({ quality: 70, effort: 2 }),
  },
} as const satisfies Record<string, OutputFormat>;

/** A format that this machine writes. */
export type OutputFormatName = keyof typeof outputFormats;

/** Is this the name of a format that this machine writes? */
export function isOutputFormat(name: unknown): name is OutputFormatName {
  return typeof name === 'string' && Object.hasOwn(outputFormats, name);
}
