import type { Size } from './fit.ts';

/** What a vendor demands of a size beside the bounds of its sides: multiples of `step`, so many pixels, no side longer than `ratio` times the other. */
export interface SizeBounds {
  readonly step: number;
  readonly minPixels: number;
  readonly maxPixels: number;
  readonly ratio: number;
}

/** Any size with each side within bounds: a size outside is scaled, keeping its ratio where the bounds allow it. In pixels. */
export function fitSides(
  size: Size,
  rule: { readonly min: number; readonly max: number; readonly within?: SizeBounds },
): Size {
  const { step, minPixels, maxPixels, ratio } = rule.within ?? anySize;
  const wanted = withinRatio(size, ratio);
  const pixels = wanted.width * wanted.height;
  const shrink = Math.min(1, rule.max / Math.max(wanted.width, wanted.height), Math.sqrt(maxPixels / pixels));
  const grow = Math.max(
    1,
    rule.min / (Math.min(wanted.width, wanted.height) * shrink),
    Math.sqrt(minPixels / pixels) / shrink,
  );
  // Rounding may step over a bound that was just met: then the other way is taken.
  const ways = [Math.round, Math.floor, Math.ceil].map((round) => {
    const side = (length: number) => {
      const stepped = round((length * shrink * grow) / step) * step;
      return Math.min(rule.max, Math.max(rule.min, stepped));
    };
    return { width: side(wanted.width), height: side(wanted.height) };
  });
  const allowed = ({ width, height }: Size) =>
    width * height >= minPixels &&
    width * height <= maxPixels &&
    Math.max(width, height) <= ratio * Math.min(width, height);
  return ways.find(allowed) ?? ways[0]!;
}

const anySize: SizeBounds = { step: 1, minPixels: 0, maxPixels: Infinity, ratio: Infinity };

/** The longer side cut to so many times the other. */
function withinRatio({ width, height }: Size, ratio: number): Size {
  return { width: Math.min(width, ratio * height), height: Math.min(height, ratio * width) };
}
