import { ratioOf, type Size } from './fit.ts';
import type { Model } from './model.ts';
import { invalidRequest } from './parse.ts';

type Inputs = Readonly<Record<string, unknown>>;

/**
 * A size or a shape asked of a model that adds to its picture at each side: as pixels to add, with the picture in the middle.
 * Throws `invalid_request` when that is no more than the picture has, or when the sides are given as well.
 */
export function asMargins(row: Model, inputs: Inputs, sides: Size | undefined): Inputs {
  const { size, aspectRatio, ...others } = inputs;
  const asked = size === undefined ? 'aspectRatio' : 'size';
  if (!('expand.left' in row.wire) || asked in row.wire || inputs[asked] === undefined || !sides) return inputs;
  const target = size === undefined ? grown(sides, ratioOf(String(aspectRatio))) : (size as Size);
  const [wide, high] = [target.width - sides.width, target.height - sides.height];
  const twice = Object.keys(inputs).find(
    (name) => name.startsWith('expand.') || (name === 'aspectRatio' && name !== asked),
  );
  if (twice !== undefined) throw fault(asked, `Means the same as "${twice.split('.')[0]}" for this model`);
  if (wide < 0 || high < 0 || wide + high === 0)
    throw fault(asked, `${row.name} adds to the picture: ask for more than ${sides.width}x${sides.height}`);
  const [left, top] = [Math.floor(wide / 2), Math.floor(high / 2)];
  const margins = { left, right: wide - left, top, bottom: high - top };
  const added = Object.entries(margins).filter(([, pixels]) => pixels > 0);
  return { ...others, ...Object.fromEntries(added.map(([name, pixels]) => [`expand.${name}`, pixels])) };
}

/** The least that has this shape and the whole picture in it. */
function grown({ width, height }: Size, ratio: number): Size {
  return ratio > width / height
    ? { width: Math.round(height * ratio), height }
    : { width, height: Math.round(width / ratio) };
}

function fault(input: string, message: string) {
  return invalidRequest([{ path: [input], message }]);
}
