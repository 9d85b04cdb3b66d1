/** Smooth noise between 0 and 1 that is the same at every run. */
export function noise(x: number, y: number, seed: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [across, down] = [smooth(x - left), smooth(y - top)];
  const upper = mix(grain(left, top, seed), grain(left + 1, top, seed), across);
  const lower = mix(grain(left, top + 1, seed), grain(left + 1, top + 1, seed), across);
  return mix(upper, lower, down);
}

/** Layers of noise, each twice as fine and half as strong: mountains, clouds, water. Between 0 and 1. */
export function layers(x: number, y: number, seed: number, count = 5): number {
  let [sum, strength, all] = [0, 1, 0];
  for (let layer = 0; layer < count; layer++) {
    sum += noise(x * 2 ** layer, y * 2 ** layer, seed + layer) * strength;
    all += strength;
    strength /= 2;
  }
  return sum / all;
}

/** From `a` to `b` as `share` goes from 0 to 1. */
export function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}

/** A random number between 0 and 1 for a place. */
export function grain(x: number, y: number, seed: number): number {
  let hash = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 2246822519);
  hash = Math.imul(hash ^ (hash >>> 13), 1274126177);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

function smooth(share: number): number {
  return share * share * (3 - 2 * share);
}
