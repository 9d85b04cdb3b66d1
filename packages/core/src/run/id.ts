import { fillRandom } from './node-crypto.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new id such as `run_06bq…`: sorts by time (48 bits of ms), then 100 random bits, so nobody can guess it. */
export function newId(prefix: string, now: number): string {
  let time = '';
  for (let rest = now, index = 0; index < 10; index++, rest = Math.floor(rest / 32)) time = alphabet[rest % 32] + time;
  return `${prefix}_${time}${randomText(20)}`;
}

/** Random bytes ahead: asking for a handful takes as long as asking for all of these. Each is used once. */
const pool = new Uint8Array(1024);
let used = pool.length;

/** `length` random characters of 5 bits each. */
export function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    if (used === pool.length) {
      fillRandom(pool);
      used = 0;
    }
    text += alphabet[pool[used++]! % 32];
  }
  return text;
}
