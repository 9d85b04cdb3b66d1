const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new id such as `run_06bq…`: sorts by time (48 bits of ms), then 100 random bits, so nobody can guess it. */
export function newId(prefix: string, now: number): string {
  let time = '';
  for (let rest = now, index = 0; index < 10; index++, rest = Math.floor(rest / 32)) time = alphabet[rest % 32] + time;
  return `${prefix}_${time}${randomText(20)}`;
}

/** `length` random characters of 5 bits each. */
export function randomText(length: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => alphabet[byte % 32]).join('');
}
