/** Values that no schema wants. */
export const hostile: readonly unknown[] = [
  null,
  '',
  '\0',
  '\ud800',
  -1,
  0,
  1e308,
  2 ** 53,
  0.1,
  true,
  [],
  {},
  [[[[[[[]]]]]]],
  'x'.repeat(20_000),
  "'; drop table runs; --",
  '../../etc/passwd',
  '%00',
  '{{7*7}}',
  'https://127.0.0.1/',
  'file:///etc/passwd',
  'data:image/png;base64,AAAA',
  JSON.parse('{"__proto__":{"admin":true}}'),
  { constructor: { prototype: {} } },
];

/** Random numbers that come again with the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
