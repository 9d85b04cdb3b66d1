import { setTimeout as sleep } from 'node:timers/promises';
import type { PeerName } from '../peers/peers.ts';
import { inFreshProcess } from '../side-by-side/libraries.ts';
import { startPortkey } from '../side-by-side/servers.ts';
import { markdown } from '../side-by-side/table.ts';
import { type Cells, type Column, columns, counted, type FaultStage, short, throughPortkey } from './cells.ts';
import { type FaultyUpstream, startFaultyUpstream } from './faulty-upstream.ts';
import { edits, killed, privateAddress, waitEnds } from './provoke-servers.ts';

/** What came of one fault: for each subject, the vendor's bills and what the caller got. */
export interface FaultRow {
  readonly fault: string;
  readonly cells: Readonly<Record<Column, string>>;
}

/** Provokes every failure with the defaults of each peer, and with ours. The silence of 300 s only with `full`. */
export async function provoke({
  full,
  say,
}: {
  readonly full: boolean;
  readonly say: (line: string) => void;
}): Promise<readonly FaultRow[]> {
  const upstream = await startFaultyUpstream();
  const portkey = await startPortkey(upstream.url);
  try {
    const rows: FaultRow[] = [];
    const add = async (fault: string, work: () => Promise<Cells>) => {
      say(`fault: ${fault}`);
      const found = await work();
      rows.push({
        fault,
        cells: Object.fromEntries(columns.map((one) => [one, found[one] ?? 'does not apply'])) as FaultRow['cells'],
      });
    };
    const stage = { upstream, portkey };
    await add('connection cut after the vendor billed', () => everyone(stage, 'cut'));
    await add('HTTP 500 after billing', () => everyone(stage, 'error500'));
    await add('429 with `Retry-After: 3`', () => everyone(stage, 'throttled'));
    await add('4 images, one call each, the third refused', () => fourImages(upstream));
    await add('job still running when a blocking wait ends', () => waitEnds(upstream));
    await add('kill -9 in the middle of a job', () => killed(upstream));
    await add('multipart edit', () => edits(stage));
    await add('a caller names an address of the machine', () => privateAddress(stage));
    if (full) await add('300 s of silence', () => everyone(stage, 'silence', 320_000));
    return rows;
  } finally {
    await portkey.stop();
    await upstream.stop();
  }
}

/** The rows as a table. */
export function faultTable(rows: readonly FaultRow[]): string {
  return markdown(
    ['fault', ...columns],
    rows.map(({ fault, cells }) => [fault, ...columns.map((one) => cells[one])]),
  );
}

const libraries = { openai: 'openai', 'AI SDK': 'ai-sdk', wavespeed: 'wavespeed', ours: 'ours-openai' } as const;

/** One picture from each, all at the same time; what has not come after `patienceMs` is still waiting. */
async function everyone({ upstream, portkey }: FaultStage, fault: string, patienceMs = 60_000): Promise<Cells> {
  const one = async (column: keyof typeof libraries | 'Portkey') => {
    const prompt = `${fault} ${column}`;
    const work =
      column === 'Portkey' ? throughPortkey(portkey, prompt) : byLibrary(libraries[column], upstream, prompt);
    const said = await Promise.race([
      work,
      sleep(patienceMs, `still waiting after ${patienceMs / 1000} s`, { ref: false }),
    ]);
    const { bills, at } = upstream.billsOf(prompt);
    const again = at[1] === undefined ? '' : `, asked again after ${((at[1] - at[0]!) / 1000).toFixed(1)} s`;
    return [column, `${counted(bills, 'bill')}, ${said}${again}`] as const;
  };
  return Object.fromEntries(
    await Promise.all([...(Object.keys(libraries) as (keyof typeof libraries)[]), 'Portkey' as const].map(one)),
  );
}

async function byLibrary(name: PeerName, upstream: FaultyUpstream, prompt: string): Promise<string> {
  const { faults } = await inFreshProcess(name, upstream.url, { what: 'generate', prompt, count: 1, inFlight: 1 });
  return faults[0] === undefined ? '1 image' : `no image (${short(faults[0])})`;
}

async function fourImages(upstream: FaultyUpstream): Promise<Cells> {
  const from = async (name: PeerName) => {
    const prompt = `third-refused ${name}`;
    const { faults, made } = await inFreshProcess(name, upstream.url, { what: 'four', prompt, count: 1, inFlight: 1 });
    const got =
      faults[0] === undefined ? `${counted(made[0] ?? 0, 'image')} returned` : `none returned (${short(faults[0])})`;
    return `${counted(upstream.billsOf(prompt).bills, 'bill')}, ${got}`;
  };
  return {
    openai: await from('openai'),
    'AI SDK': await from('ai-sdk'),
    wavespeed: await from('wavespeed'),
    ours: await from('ours-wavespeed'),
  };
}
