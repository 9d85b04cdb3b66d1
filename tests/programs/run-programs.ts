import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** How a program of a document ended. `stdout` is what it printed. */
export interface ProgramEnd {
  readonly folder: string;
  readonly error: string | null;
  readonly stdout: string;
}

// Runs programs one after the other, each in its folder, in one process, so that they load our packages once. The folders come
// as arguments; what became of each goes out as one JSON array at the end. A program that leaves something open hangs them all.

const ends: ProgramEnd[] = [];
const write = process.stdout.write.bind(process.stdout);
let printed = '';
process.stdout.write = (text: string | Uint8Array) => {
  printed += String(text);
  return true;
};
for (const folder of process.argv.slice(2)) {
  printed = '';
  process.chdir(folder);
  const error = await import(pathToFileURL(join(folder, 'main.ts')).href).then(() => null, describe);
  ends.push({ folder, error, stdout: printed });
}
write(JSON.stringify(ends));

function describe(error: unknown): string {
  return error instanceof Error ? `${error.stack}` : String(error);
}
