import { randomNumbers } from './random-numbers.ts';

/** A landscape drawn from a hash, as SVG: a sky, a sun, and hills one behind the other. */
export function landscape(look: number, { width, height }: { width: number; height: number }): Buffer {
  const random = randomNumbers(look);
  const hue = Math.floor(random() * 360);
  const sunHue = (hue + 150 + random() * 60) % 360;
  const sunX = (0.2 + random() * 0.6) * width;
  const sunY = (0.18 + random() * 0.25) * height;
  const sun = Math.min(width, height) * (0.07 + random() * 0.07);
  const layers = 4 + Math.floor(random() * 3);
  const hills = Array.from({ length: layers }, (_, index) => {
    const depth = index / (layers - 1);
    const top = height * (0.42 + depth * 0.36);
    const color = hsl((hue + 25 * depth) % 360, 28 + 22 * depth, 62 - 46 * depth);
    return `<path d="${hill(random, { width, height, top, swing: height * (0.13 - 0.06 * depth) })}" fill="${color}"/>`;
  });
  const stars = Array.from({ length: 40 }, () => {
    const radius = Math.min(width, height) * (0.0008 + random() * 0.0018);
    return `<circle cx="${round(random() * width)}" cy="${round(random() * height * 0.4)}" r="${round(radius)}" fill="#fff" opacity="${round(random() * 0.7)}"/>`;
  });
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${hsl(hue, 55, 34)}"/><stop offset="0.45" stop-color="${hsl((hue + 30) % 360, 60, 62)}"/><stop offset="0.75" stop-color="${hsl(sunHue, 75, 78)}"/></linearGradient><radialGradient id="glow"><stop offset="0" stop-color="${hsl(sunHue, 90, 90)}" stop-opacity="0.75"/><stop offset="1" stop-color="${hsl(sunHue, 90, 90)}" stop-opacity="0"/></radialGradient></defs><rect width="${width}" height="${height}" fill="url(#sky)"/>${stars.join('')}<circle cx="${round(sunX)}" cy="${round(sunY)}" r="${round(sun * 3.2)}" fill="url(#glow)"/><circle cx="${round(sunX)}" cy="${round(sunY)}" r="${round(sun)}" fill="${hsl(sunHue, 95, 92)}"/>${hills.join('')}</svg>`,
  );
}

function hill(
  random: () => number,
  { width, height, top, swing }: { width: number; height: number; top: number; swing: number },
): string {
  const waves = [1, 2.3, 5.1].map((frequency, index) => ({
    frequency: frequency * (0.8 + random() * 0.6),
    phase: random() * Math.PI * 2,
    size: swing / (index + 1),
  }));
  const points = Array.from({ length: 61 }, (_, index) => {
    const y = waves.reduce(
      (sum, wave) => sum + wave.size * Math.sin((index / 60) * Math.PI * 2 * wave.frequency + wave.phase),
      top,
    );
    return `L${round((index / 60) * width)} ${round(y)}`;
  });
  return `M0 ${height}${points.join('')}L${width} ${height}z`;
}

function hsl(hue: number, saturation: number, lightness: number): string {
  return `hsl(${Math.round(hue)}, ${Math.round(saturation)}%, ${Math.round(lightness)}%)`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
