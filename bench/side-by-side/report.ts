import { readFile, writeFile } from 'node:fs/promises';

/** A part of the report by the name of its markers. */
export interface Part {
  readonly name: string;
  readonly text: string;
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->` of a document. Throws for a part that has no markers there. */
export function withParts(document: string, parts: readonly Part[]): string {
  return parts.reduce((text, { name, text: part }) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const from = text.indexOf(begin);
    const to = text.indexOf(end);
    if (from < 0 || to < from) throw new Error(`The document has no markers for "${name}".`);
    return `${text.slice(0, from + begin.length)}\n\n${part}\n\n${text.slice(to)}`;
  }, document);
}

/** Writes the parts into a document on the disk. */
export async function writeParts(path: string, parts: readonly Part[]): Promise<void> {
  await writeFile(path, withParts(await readFile(path, 'utf8'), parts));
}
