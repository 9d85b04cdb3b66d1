/** A fenced block of a document. */
export interface CodeBlock {
  readonly language: string;
  /** What follows the language: `continued` or nothing. Readers do not see it. */
  readonly mark: string;
  readonly code: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
}

/** A TypeScript program in a document. */
export interface Program {
  /** The document and the line where the program begins. */
  readonly name: string;
  readonly code: string;
}

/** All fenced blocks of a document, in order. */
export function codeBlocks(document: string): CodeBlock[] {
  return [...document.matchAll(/^```(\w+)[ ]?([^\n]*)\n([\s\S]*?)^```$/gm)].map((found) => ({
    language: found[1] ?? '',
    mark: (found[2] ?? '').trim(),
    code: found[3] ?? '',
    line: document.slice(0, found.index).split('\n').length,
  }));
}

/** The TypeScript programs of a document. A block marked `continued` goes on where the one before it ended. */
export function programsOf(path: string, document: string): Program[] {
  const programs: Program[] = [];
  for (const { language, mark, code, line } of codeBlocks(document)) {
    if (language !== 'ts') continue;
    const before = mark === 'continued' ? programs.pop() : undefined;
    if (mark !== '' && before === undefined) throw new Error(`${path}:${line} cannot be "${mark}"`);
    programs.push({ name: before?.name ?? `${path}:${line}`, code: `${before?.code ?? ''}${code}` });
  }
  return programs;
}
