import { grain, layers, mix, noise } from './noise.ts';

/** Red, green, blue, 0 to 255. */
type Colour = readonly [number, number, number];

/** A row of mountains: where its skyline lies (share of the height), how high it rises, how fine it is, its colour. */
interface Ridge {
  readonly base: number;
  readonly rise: number;
  readonly scale: number;
  readonly seed: number;
  readonly colour: Colour;
  readonly snow: boolean;
}

const sky: readonly (readonly [number, Colour])[] = [
  [0, [38, 62, 112]],
  [0.3, [104, 122, 170]],
  [0.48, [230, 160, 150]],
  [0.6, [255, 206, 150]],
  [1, [255, 224, 170]],
];
const ridges: readonly Ridge[] = [
  { base: 0.52, rise: 0.3, scale: 3.2, seed: 11, colour: [128, 120, 158], snow: true },
  { base: 0.57, rise: 0.2, scale: 4.5, seed: 29, colour: [92, 92, 132], snow: false },
  { base: 0.61, rise: 0.12, scale: 6, seed: 47, colour: [58, 70, 98], snow: false },
];
const shore = 0.64;
const sun = { x: 0.68, y: 0.42, radius: 0.035 };

/** An evening at a mountain lake, as RGB bytes row by row. */
export function landscape(width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = [column / width, row / height];
      const seen = pines(x, y) ?? (y > shore ? water(x, y, width / height) : land(x, y, width / height));
      const film = (grain(column, row, 5) - 0.5) * 9;
      seen.forEach((value, channel) => {
        pixels[(row * width + column) * 3 + channel] = Math.max(0, Math.min(255, value + film));
      });
    }
  }
  return pixels;
}

function land(x: number, y: number, aspect: number): Colour {
  let seen = heaven(x, y, aspect);
  for (const ridge of ridges) {
    const depth = y - skyline(ridge, x);
    if (depth < 0) continue;
    const haze = Math.min(1, depth / (ridge.base - 0.2) + 0.15);
    const slope = skyline(ridge, x + 0.012) - skyline(ridge, x - 0.012);
    const facing = Math.tanh(slope * 40 * Math.tanh((sun.x - x) * 8) * -1);
    const light =
      0.86 + 0.5 * (layers(x * 26 + y * 14, y * 30, ridge.seed + 5, 4) - 0.5) + 0.14 * facing * Math.exp(-depth * 14);
    const cap = ridge.snow && y < 0.37 + 0.17 * (layers(x * 16 + y * 9, y * 22, 77) - 0.5) - depth * 0.55;
    const rock: Colour = cap ? [238, 218, 220] : ridge.colour;
    seen = blend(scaled(rock, cap ? 0.55 + light * 0.45 : light), [236, 182, 158], haze * 0.42);
  }
  return seen;
}

function heaven(x: number, y: number, aspect: number): Colour {
  const distance = Math.hypot((x - sun.x) * aspect, y - sun.y);
  const cloud = Math.max(0, layers(x * 3.2 + 4, y * 13, 3) - 0.5) * 2.6 * (1 - Math.abs(y - 0.24) * 2.2);
  const clouded = blend(gradient(y), [255, 190, 168], Math.max(0, Math.min(0.75, cloud)));
  const glow = blend(clouded, [255, 232, 178], Math.exp(-distance * 6.5) * 0.85);
  return blend(glow, [255, 250, 226], Math.max(0, Math.min(1, (sun.radius - distance) * 160 + 0.5)));
}

/** The land upside down, broken by ripples that grow towards us, with the sun's path on them. */
function water(x: number, y: number, aspect: number): Colour {
  const near = (y - shore) / (1 - shore);
  const ripple = layers(x * 9, (y - shore) ** 0.6 * 95, 61, 3) - 0.5;
  const mirrored = shore - (y - shore) * 0.92 + ripple * 0.05 * (0.25 + near);
  const image = land(x + ripple * 0.02 * near, Math.max(0, Math.min(shore, mirrored)), aspect);
  const deep = blend(image, [34, 54, 92], 0.22 + near * 0.4);
  const path = Math.exp(-(((x - sun.x + ripple * 0.06) / (0.045 + near * 0.06)) ** 2));
  return blend(deep, [255, 226, 176], path * Math.max(0, ripple + 0.34) * 0.95);
}

/** Firs in front, on a slope at the left and a few at the right. */
function pines(x: number, y: number): Colour | undefined {
  for (let tree = 0; tree < 46; tree++) {
    const left = tree < 34;
    const place = left ? grain(tree, 1, 9) * 0.42 - 0.02 : 0.8 + grain(tree, 1, 9) * 0.22;
    const foot = left ? 0.84 + place * 0.42 : 1.04 - (place - 0.8) * 0.5;
    const size = 0.13 + grain(tree, 2, 9) * 0.17;
    const up = (foot - y) / size;
    if (up < 0 || up > 1) continue;
    const bough = 0.55 + 0.45 * (1 - ((up * 11) % 1)) + 0.35 * (noise(x * 260, y * 200, tree) - 0.5);
    if (Math.abs(x - place) < (1 - up) * size * 0.2 * bough) return shade(x, y, tree);
  }
  const bank = x < 0.5 ? 0.84 + x * 0.42 - 0.02 : 1.04 - (x - 0.8) * 0.5 - 0.01;
  return y > bank - layers(x * 30, 0, 8) * 0.025 ? shade(x, y, 3) : undefined;
}

function shade(x: number, y: number, seed: number): Colour {
  return scaled([26, 38, 46], 0.6 + 0.7 * layers(x * 60, y * 60, seed, 2));
}

function skyline({ base, rise, scale, seed }: Ridge, x: number): number {
  const crest = 1 - Math.abs(layers(x * scale, 0.5, seed, 6) * 2 - 1);
  return base - rise * crest ** 1.7 * (0.55 + 0.45 * noise(x * 2.2, 3, seed));
}

function gradient(y: number): Colour {
  const next = sky.findIndex(([place]) => place >= y);
  const [[from, first], [to, last]] = [sky[Math.max(0, next - 1)]!, sky[Math.max(1, next)]!];
  return blend(first, last, (y - from) / (to - from));
}

function blend(a: Colour, b: Colour, share: number): Colour {
  return [mix(a[0], b[0], share), mix(a[1], b[1], share), mix(a[2], b[2], share)];
}

function scaled([red, green, blue]: Colour, factor: number): Colour {
  return [red * factor, green * factor, blue * factor];
}
