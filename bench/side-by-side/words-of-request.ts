/** How long the job of this number takes, in ms: evenly spread over a range, in an order that is always the same. */
export function lengthOf(number: number, [from, to]: readonly [from: number, to: number]): number {
  return from + ((number * 1_237) % (to - from));
}

/** The words of one request: `{n}` becomes its number, `{from-to}` the length of its job in ms. */
export function wordsOf(prompt: string, number: number): string {
  return prompt
    .replaceAll('{n}', String(number))
    .replace(/\{(\d+)-(\d+)\}/g, (_, from, to) => String(lengthOf(number, [Number(from), Number(to)])));
}
