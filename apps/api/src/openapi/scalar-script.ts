import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** Scalar's reference as one script, compressed. */
export interface ScalarScript {
  readonly zipped: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

let read: Promise<ScalarScript | undefined> | undefined;

/** Read once, when somebody first looks at the reference; undefined where it is not installed. */
export function scalarScript(): Promise<ScalarScript | undefined> {
  return (read ??= readScript().catch(() => undefined));
}

/**
 * The package for Fastify carries the browser's script as one line of text, in a twelfth of the space of the package the script is made of
 * (docs/decisions/0011). Nothing of that package is run here.
 */
async function readScript(): Promise<ScalarScript> {
  const file = new URL(import.meta.resolve('@scalar/fastify-api-reference'));
  const line = (await readFile(file, 'utf8')).split('\n').find((one) => one.startsWith('var standalone_default = "'));
  if (line === undefined) throw new Error('This version keeps its script elsewhere');
  const quoted = line.slice(line.indexOf('"'), line.lastIndexOf('"') + 1);
  // oxlint-disable-next-line no-control-regex -- the text holds them as they are, which JSON does not allow
  const text = quoted.replaceAll(/[\u0000-\u001f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const script = (JSON.parse(text) as string).replace(/\n\/\/# sourceMappingURL=.*$/, '');
  const zipped = new Uint8Array(await promisify(gzip)(script));
  return { zipped, etag: `"${createHash('sha256').update(zipped).digest('base64url').slice(0, 22)}"` };
}
