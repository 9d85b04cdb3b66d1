import { manifestsFromCommandLine } from './command-line.ts';
import { operations } from './curation-operations.ts';
import { driftBetween, driftReport } from './drift.ts';
import { committedRows, hasPackage, rowsOfSource } from './manifest-file.ts';

// `pnpm catalog:check --against FILE|URL [--key KEY]` shows how the committed manifests differ from the vendor's answer,
// on one screen, and exits with 1 when they do.

const { sources, unverified } = await manifestsFromCommandLine('against');
const there = Object.entries(sources).filter(([operation]) => hasPackage(operations[operation]!.folder));
const drifts = await Promise.all(
  there.map(async ([operation, source]) => {
    const { folder } = operations[operation]!;
    return [operation, driftBetween(await committedRows(folder), await rowsOfSource(folder, source))] as const;
  }),
);
const report = driftReport(Object.fromEntries(drifts));
console.log(report.length === 0 ? 'The manifests are as the vendor says.' : report.join('\n'));
if (unverified.length > 0) console.log(`${unverified.length} prices could not be checked: the answer has no formula.`);
process.exitCode = report.length === 0 ? 0 : 1;
