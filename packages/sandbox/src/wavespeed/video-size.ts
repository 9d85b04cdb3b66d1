import type { Size } from './output-size.ts';
import type { Inputs } from './request-check.ts';

const shortSides: Readonly<Record<string, number>> = { '1k': 1080, '2k': 1440, '4k': 2160 };

/** Lines when neither inputs nor the model's name say them. */
const usualLines = 720;

/** The size of a video by its inputs (with defaults), the model's name, and the picture it begins with. Both sides are even. */
export function videoSize(model: string, inputs: Inputs, own: Size | undefined): Size {
  const [, width, height] = /^(\d+)\*(\d+)$/.exec(text(inputs['size'])) ?? [];
  if (width !== undefined && height !== undefined) return { width: even(Number(width)), height: even(Number(height)) };
  const lines = linesOf(text(inputs['resolution'])) ?? linesOf(/\d{3,4}p/.exec(model)?.[0] ?? '') ?? usualLines;
  const shapes = [inputs['aspect_ratio'], inputs['size']].map((value) => /^(\d+):(\d+)$/.exec(text(value)));
  const [, across = 0, down = 0] = shapes.find((shape) => shape !== null)?.map(Number) ?? [];
  const ratio = across && down ? across / down : own ? own.width / own.height : 16 / 9;
  // Very long pictures are cut: no video is more than three times as long as it is high.
  const [wide, high] = [Math.min(3, Math.max(1, ratio)), Math.min(3, Math.max(1, 1 / ratio))];
  return { width: even(lines * wide), height: even(lines * high) };
}

/** How long the video is, in seconds: at least one, at most a minute. */
export function videoSeconds(inputs: Inputs): number {
  const asked = Number.parseFloat(String(inputs['duration'] ?? 5));
  return Math.min(60, Math.max(1, Number.isFinite(asked) ? asked : 5));
}

function linesOf(resolution: string): number | undefined {
  const lines = shortSides[resolution] ?? Number.parseInt(resolution, 10);
  return lines >= 64 && lines <= 2160 ? lines : undefined;
}

const text = (value: unknown): string => (typeof value === 'string' ? value.toLowerCase() : '');
const even = (length: number): number => Math.max(2, Math.round(length / 2) * 2);
