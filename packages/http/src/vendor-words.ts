const longest = 200;
const overlap = 20;

/**
 * A vendor's own words, fit for one of our messages: without addresses and long quotations, without anything of 20
 * characters or more that stands in `sent` (bodies and headers of the request), and at most 200 characters. Vendors like to
 * echo the prompt, and no message of ours may carry it.
 */
export function vendorWords(text: string, sent: readonly unknown[] = []): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/\b(?:https?:\/\/|data:)\S+/gi, '…')
    .trim();
  const echoes = sent.flatMap(textsIn).map((value) => value.replace(/\s+/g, ' ').trim());
  const clean = withoutQuotations(withoutEchoes(plain.slice(0, longest * 4), echoes));
  return clean.length > longest ? `${clean.slice(0, longest - 1)}…` : clean;
}

function withoutQuotations(text: string): string {
  return text.replace(/(["'`“‘])([^"'`”’]{20,})(["'`”’])/g, '$1…$3');
}

function withoutEchoes(text: string, echoes: readonly string[]): string {
  const sentences = echoes.filter((value) => value.length >= 4 && value.includes(' '));
  const whole = sentences.reduce((rest, value) => rest.replaceAll(value, '…'), text);
  const long = echoes.filter((value) => value.length >= overlap);
  let clean = '';
  for (let at = 0; at < whole.length;) {
    const length = echoLength(whole, at, long);
    clean += length > 0 ? '…' : whole.charAt(at);
    at += Math.max(length, 1);
  }
  return clean;
}

function echoLength(text: string, at: number, echoes: readonly string[]): number {
  const isEcho = (length: number) => echoes.some((value) => value.includes(text.slice(at, at + length)));
  if (at + overlap > text.length || !isEcho(overlap)) return 0;
  let length = overlap;
  while (at + length < text.length && isEcho(length + 1)) length += 1;
  return length;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
