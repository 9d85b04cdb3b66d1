import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTasks, taskTable } from '../callers/run-tasks.ts';
import { faultTable, provoke } from '../faults/provoke.ts';
import { installPeers } from '../peers/install.ts';
import { type PeerName, peers } from '../peers/peers.ts';
import { jobDelay } from './job-delay.ts';
import { jobLoad } from './job-load.ts';
import { libraryCall } from './library-call.ts';
import { machine } from './machine.ts';
import { memory } from './memory.ts';
import { writeParts } from './report.ts';
import type { Row } from './row.ts';
import { serverHop } from './server-hop.ts';
import { sizes, sizeTable } from './sizes.ts';
import { type Stage, withStage } from './stage.ts';
import { rowTable } from './table.ts';

// `pnpm bench`: ours beside its peers and what the machine allows, as tables, and as JSON in `bench/.data/results.json`.
//   --full          more rounds, longer ones, 1,000 jobs, all packages, the silence of 300 s
//   --only a,b      some of the parts: server, library, memory, delay, jobs, sizes, faults, callers
//   --write         puts the tables of these parts into docs/benchmarks.md
//   --kept          measures our packages as they were installed the last time

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
    kept: { type: 'boolean', default: false },
  },
});

/** What a part found, for JSON, and as text. */
interface Found {
  readonly data: unknown;
  readonly text: string;
}

const bench = dirname(import.meta.dirname);
const { full } = values;
const say = (line: string) => void process.stderr.write(`  ${line}\n`);
const asRows = (measure: (stage: Stage) => Promise<readonly Row[]>) => async (): Promise<Found> => {
  const rows = await withStage({ full, say }, measure);
  return { data: rows, text: rowTable(rows) };
};
const parts: Readonly<Record<string, () => Promise<Found>>> = {
  server: asRows(serverHop),
  library: asRows(libraryCall),
  memory: asRows(memory),
  delay: asRows(jobDelay),
  jobs: asRows(jobLoad),
  sizes: () => sizes({ full, say }).then((data) => ({ data, text: sizeTable(data) })),
  faults: () => provoke({ full, say }).then((data) => ({ data, text: faultTable(data) })),
  callers: () => runTasks(say).then((data) => ({ data, text: taskTable(data) })),
};
const chosen = values.only?.split(',') ?? Object.keys(parts);

await installPeers(Object.keys(peers) as PeerName[], { fresh: !values.kept, say });
const about = machine();
const path = join(bench, '.data/results.json');
await mkdir(dirname(path), { recursive: true });
const earlier = JSON.parse(await readFile(path, 'utf8').catch(() => '{}')) as Record<string, unknown>;
for (const name of chosen) {
  const part = parts[name];
  if (part === undefined) throw new Error(`There is no part "${name}": ${Object.keys(parts).join(', ')}`);
  const began = performance.now();
  try {
    const { data, text } = await part();
    process.stdout.write(`## ${name}\n\n${text}\n\n`);
    earlier[name] = { ...about, full, data };
    await writeFile(path, JSON.stringify(earlier, null, 2));
    const how = `Measured ${about.measured} (${full ? 'full' : 'short'} run) on ${about.machine}, Node.js ${about.node}.`;
    if (values.write)
      await writeParts(join(dirname(bench), 'docs/benchmarks.md'), [{ name, text: `${text}\n\n${how}` }]);
  } catch (error) {
    // The other parts have something to say all the same.
    process.exitCode = 1;
    process.stderr.write(`${name} could not be measured: ${error instanceof Error ? error.stack : String(error)}\n`);
  }
  say(`${name} took ${((performance.now() - began) / 1000).toFixed(0)} s`);
}
process.stdout.write(`${about.machine}; Node.js ${about.node}; ${about.peers}\n`);
