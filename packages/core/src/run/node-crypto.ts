/** Where there is one (in Node.js): it does short work at once, where Web Crypto takes a way to a thread and has to be loaded first. */
export const nodeCrypto = globalThis.process?.getBuiltinModule?.('node:crypto');

/** Fills numbers with random bits. */
export function fillRandom(numbers: Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>): void {
  if (nodeCrypto === undefined) crypto.getRandomValues(numbers);
  else nodeCrypto.randomFillSync(numbers);
}

/** A whole number of 32 random bits. */
export function randomNumber(): number {
  const numbers = new Uint32Array(1);
  fillRandom(numbers);
  return numbers[0]!;
}
