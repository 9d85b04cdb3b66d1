import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { installPeers } from '../peers/install.ts';
import { type PeerName, peers } from '../peers/peers.ts';
import { jobDelay } from './job-delay.ts';
import { jobLoad } from './job-load.ts';
import { libraryCall } from './library-call.ts';
import { machine } from './machine.ts';
import { memory } from './memory.ts';
import type { Row } from './row.ts';
import { serverHop } from './server-hop.ts';
import { type Stage, withStage } from './stage.ts';
import { rowTable } from './table.ts';

// `pnpm bench [--full] [--only server,library] [--write]`: ours beside its peers and what the machine allows, as tables and as JSON.

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
    kept: { type: 'boolean', default: false },
  },
});
const say = (line: string) => void process.stderr.write(`  ${line}\n`);
const parts: Readonly<Record<string, (stage: Stage) => Promise<readonly Row[]>>> = {
  server: serverHop,
  library: libraryCall,
  memory,
  delay: jobDelay,
  jobs: jobLoad,
};
const chosen = values.only?.split(',') ?? Object.keys(parts);

await installPeers(Object.keys(peers) as PeerName[], { fresh: !values.kept, say });
const results: Record<string, readonly Row[]> = {};
for (const name of chosen) {
  results[name] = await withStage({ full: values.full, say }, parts[name]!);
  process.stdout.write(`${rowTable(results[name])}\n\n`);
}
const data = join(dirname(import.meta.dirname), '.data');
await mkdir(data, { recursive: true });
await writeFile(join(data, 'results.json'), JSON.stringify({ machine: machine(), results }, null, 2));
