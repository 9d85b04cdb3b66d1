import type { Effect } from '../media/recipe.ts';
import type { Inputs } from './request-check.ts';

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest file the sandbox makes: 8192 pixels a side and 67 million in all, whatever was asked for. */
const maxSide = 8192;
const maxPixels = 8192 * 8192;

const longestSides: Readonly<Record<string, number>> = { '2k': 2048, '4k': 4096, '8k': 8192 };
const baseSides: Readonly<Record<string, number>> = {
  '0.5k': 512,
  '512px': 512,
  '1k': 1024,
  '2k': 2048,
  '3k': 3072,
  '4k': 4096,
  '8k': 8192,
  '720p': 960,
  '1080p': 1440,
};

/** The size of a result by the model's inputs (with defaults) and the size of the picture it works on, if any. */
export function outputSize(inputs: Inputs, effect: Effect, own: Size | undefined): Size {
  return limited(
    (effect === 'upscale' && own ? enlarged(inputs, own) : undefined) ??
      stated(inputs) ??
      shaped(inputs, own) ??
      own ??
      square,
  );
}

const square: Size = { width: 1024, height: 1024 };

function enlarged(inputs: Inputs, own: Size): Size {
  const longest = longestSides[text(inputs['target_resolution'])];
  if (longest !== undefined) return scaled(own, longest / Math.max(own.width, own.height));
  const megapixels = number(inputs['target_megapixels'] ?? inputs['target']);
  if (megapixels !== undefined) return scaled(own, Math.sqrt((megapixels * 1e6) / (own.width * own.height)));
  return scaled(own, number(inputs['desired_increase'] ?? inputs['scale']) ?? 2);
}

function stated(inputs: Inputs): Size | undefined {
  const sides = /^(\d+)\s*[*x]\s*(\d+)$/i.exec(text(inputs['size']));
  if (sides !== null) return { width: Number(sides[1]), height: Number(sides[2]) };
  const [width, height] = [number(inputs['width']), number(inputs['height'])];
  return width === undefined || height === undefined ? undefined : { width, height };
}

function shaped(inputs: Inputs, own: Size | undefined): Size | undefined {
  const words = [inputs['aspect_ratio'], inputs['image_size'], inputs['size']].map(text);
  const sides = words.map((word) => /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(word)).find((match) => match !== null);
  const base = baseSides[text(inputs['resolution'])] ?? baseSides[text(inputs['size'])];
  if (sides === undefined && base === undefined) return undefined;
  const ratio = sides ? Number(sides[1]) / Number(sides[2]) : own ? own.width / own.height : 1;
  const side = base ?? 1024;
  return { width: eighth(side * Math.sqrt(ratio)), height: eighth(side / Math.sqrt(ratio)) };
}

function limited({ width, height }: Size): Size {
  const factor = Math.min(1, maxSide / Math.max(width, height), Math.sqrt(maxPixels / (width * height)));
  return scaled({ width, height }, factor);
}

function scaled({ width, height }: Size, factor: number): Size {
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

function eighth(value: number): number {
  return Math.max(8, Math.round(value / 8) * 8);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : '';
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}
