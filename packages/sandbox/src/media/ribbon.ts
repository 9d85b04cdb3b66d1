/** Five columns by seven rows for each letter, a row a digit in base 32: drawn, because a plain machine has no fonts. */
const letters: Readonly<Record<string, readonly number[]>> = {
  S: [15, 16, 16, 14, 1, 1, 30],
  A: [14, 17, 17, 31, 17, 17, 17],
  N: [17, 25, 25, 21, 19, 19, 17],
  D: [30, 17, 17, 17, 17, 17, 30],
  B: [30, 17, 17, 30, 17, 17, 30],
  O: [14, 17, 17, 17, 17, 17, 14],
  X: [17, 17, 10, 4, 10, 17, 17],
};
const word = 'SANDBOX';
const columns = word.length * 6 + 5;
const rows = 13;

/** The mark of a picture that no model made: a small plate that reads SANDBOX, as SVG with its size in pixels. */
export function ribbon({ width, height }: { width: number; height: number }): {
  svg: Buffer;
  width: number;
  height: number;
} {
  const cell = Math.min(Math.max(1, Math.round(Math.min(width, height) / 260)), width / columns, height / rows);
  const size = { width: Math.max(1, Math.floor(columns * cell)), height: Math.max(1, Math.floor(rows * cell)) };
  const pixels = [...word].flatMap((letter, index) => cells(letters[letter] ?? [], 3 + index * 6, 3));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${columns} ${rows}" width="${size.width}" height="${size.height}" preserveAspectRatio="none"><rect width="${columns}" height="${rows}" rx="2.5" fill="#101418" fill-opacity="0.78"/><path d="${pixels.join('')}" fill="#ffd54a"/></svg>`;
  return { svg: Buffer.from(svg), ...size };
}

function cells(bitmap: readonly number[], left: number, top: number): string[] {
  return bitmap.flatMap((bits, row) =>
    [0, 1, 2, 3, 4].filter((column) => bits & (16 >> column)).map((column) => `M${left + column} ${top + row}h1v1h-1z`),
  );
}
