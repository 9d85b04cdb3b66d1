import type { AssetRef } from './asset-input.ts';

/** Which pictures a model takes. Sides in pixels, `maxPixels` and `minPixels` in pixels of the whole picture. */
export interface PictureBounds {
  readonly minSide?: number;
  readonly maxSide?: number;
  readonly minPixels?: number;
  readonly maxPixels?: number;
  /** The longer side at most so many times the shorter. */
  readonly maxRatio?: number;
  readonly maxBytes?: number;
  readonly mediaTypes?: readonly string[];
}

/** What is wrong with a picture for a model with these bounds, undefined when nothing is. Sides that could not be read are left to the vendor. */
export function pictureFault(picture: AssetRef, bounds: PictureBounds): string | undefined {
  const { mediaType, size } = picture;
  if (bounds.mediaTypes && !bounds.mediaTypes.includes(mediaType))
    return `This model takes ${bounds.mediaTypes.join(', ')}, got ${mediaType}`;
  if (size > (bounds.maxBytes ?? Infinity)) return `At most ${bounds.maxBytes} bytes for this model, got ${size}`;
  const { width, height } = picture;
  if (!width || !height) return undefined;
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  const { minSide = 0, maxSide = Infinity, minPixels = 0, maxPixels = Infinity, maxRatio = Infinity } = bounds;
  const got = `got ${width}x${height}`;
  if (shorter < minSide) return `Sides of at least ${minSide} pixels for this model, ${got}`;
  if (longer > maxSide) return `Sides of at most ${maxSide} pixels for this model, ${got}`;
  if (width * height < minPixels) return `At least ${minPixels} pixels in all for this model, ${got}`;
  if (width * height > maxPixels) return `At most ${maxPixels} pixels in all for this model, ${got}`;
  if (longer > maxRatio * shorter) return `Sides of at most ${maxRatio} to 1 for this model, ${got}`;
  return undefined;
}
