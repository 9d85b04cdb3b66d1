import { writeFileSync } from 'node:fs';
import { manifestsFromCommandLine, summary } from './command-line.ts';
import { operations } from './curation-operations.ts';
import { hasPackage, manifestPath, seenPath } from './manifest-file.ts';
import { seenSource } from './seen.ts';

// `pnpm catalog:sync --from FILE|URL [--date 2026-06-23] [--key KEY]` writes packages/provider-*/src/wavespeed.models.ts
// from an answer of the vendor's catalogue endpoint, and what the app compares it with daily. The same answer gives the same files. Exits with 1 when a row has
// no price or schema of ours: it is in the list of exclusions then.

const made = await manifestsFromCommandLine('from');
for (const [operation, source] of Object.entries(made.sources)) {
  const { folder } = operations[operation]!;
  if (hasPackage(folder)) writeFileSync(manifestPath(folder), source);
}
writeFileSync(seenPath, await seenSource(made.rows));
console.log(summary(made).join('\n'));
process.exitCode = made.catalogue.exclusions.some(({ kind }) => kind === 'data') ? 1 : 0;
