import { setTimeout as sleep } from 'node:timers/promises';
import type { PeerName } from '../peers/peers.ts';
import { inFreshProcess, startLibrary } from '../side-by-side/libraries.ts';
import { type ServerSubject, startOurs, startPortkey } from '../side-by-side/servers.ts';
import { markdown } from '../side-by-side/table.ts';
import { type FaultyUpstream, startFaultyUpstream } from './faulty-upstream.ts';

/** What came of one fault: for each subject, the vendor's bills and what the caller got. */
export interface FaultRow {
  readonly fault: string;
  readonly cells: Readonly<Record<Column, string>>;
}

const columns = ['openai', 'AI SDK', 'wavespeed', 'Portkey', 'ours'] as const;
type Column = (typeof columns)[number];
type Cells = Partial<Record<Column, string>>;

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

interface Stage {
  readonly upstream: FaultyUpstream;
  readonly portkey: ServerSubject;
}

const libraries = { openai: 'openai', 'AI SDK': 'ai-sdk', wavespeed: 'wavespeed', ours: 'ours-openai' } as const;

/** One picture from each, all at the same time; what has not come after `patienceMs` is still waiting. */
async function everyone({ upstream, portkey }: Stage, fault: string, patienceMs = 60_000): Promise<Cells> {
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

async function throughPortkey({ url, headers, model }: ServerSubject, prompt: string): Promise<string> {
  const answer = await fetch(`${url}/v1/images/generations`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ model, prompt }),
  }).catch((error: unknown) => error as Error);
  if (answer instanceof Error) return `no image (${answer.message})`;
  return answer.ok ? '1 image' : `no image (HTTP ${answer.status})`;
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

async function waitEnds(upstream: FaultyUpstream): Promise<Cells> {
  const ours = await startOurs(upstream.url, { database: 'embedded', test: true });
  try {
    const prompt = 'fine 4000 wait';
    const { status, run } = await startRun(ours, prompt, 'wait=1');
    const end = await endOf(ours, run);
    return {
      ours: `${counted(upstream.billsOf(prompt).bills, 'bill')}, HTTP ${status} with the run's id, which ${end} later`,
    };
  } finally {
    await ours.stop();
  }
}

async function killed(upstream: FaultyUpstream): Promise<Cells> {
  const prompt = 'fine 3000 killed';
  const library = await startLibrary('wavespeed', upstream.url);
  const lost = library.work({ what: 'job', prompt, count: 1, inFlight: 1 }).catch(() => undefined);
  await sleep(1_500);
  await library.kill();
  await lost;
  const own = 'fine 3000 killed ours';
  const first = await startOurs(upstream.url, { database: 'embedded', test: true });
  const { run } = await startRun(first, own, 'wait=0');
  while (upstream.billsOf(own).bills === 0) await sleep(50);
  await sleep(500);
  const second = await first.killAndRestart();
  try {
    const end = await endOf(second, run);
    return {
      wavespeed: `${counted(upstream.billsOf(prompt).bills, 'bill')}, the id is gone`,
      ours: `${counted(upstream.billsOf(own).bills, 'bill')}, the run ${end} after the restart`,
    };
  } finally {
    await second.stop();
  }
}

async function edits({ upstream, portkey }: Stage): Promise<Cells> {
  const from = async (name: PeerName) => {
    const prompt = `fine edit ${name}`;
    const work = { what: 'edit', prompt, count: 1, inFlight: 1, pictureBytes: 10_000 } as const;
    const { faults } = await inFreshProcess(name, upstream.url, work);
    return `${counted(upstream.billsOf(prompt).bills, 'bill')}, ${faults[0] === undefined ? '1 image' : `no image (${short(faults[0])})`}`;
  };
  const prompt = 'fine edit Portkey';
  const form = new FormData();
  form.append('model', portkey.model);
  form.append('prompt', prompt);
  form.append('image', new Blob([new Uint8Array(10_000)], { type: 'image/png' }), 'a.png');
  const answer = await fetch(`${portkey.url}/v1/images/edits`, {
    method: 'POST',
    headers: portkey.headers,
    body: form,
  });
  await answer.body?.cancel();
  const got = answer.ok ? '1 image' : `no image (HTTP ${answer.status})`;
  return {
    openai: await from('openai'),
    'AI SDK': await from('ai-sdk'),
    Portkey: `${counted(upstream.billsOf(prompt).bills, 'bill')}, ${got}`,
    ours: await from('ours-openai'),
  };
}

async function privateAddress({ upstream, portkey }: Stage): Promise<Cells> {
  const { port } = new URL(upstream.url);
  const headers = { ...portkey.headers, 'x-portkey-custom-host': `http://2130706433:${port}/v1` };
  const reached = await throughPortkey({ ...portkey, headers }, 'fine private');
  const ours = await startOurs(upstream.url, { database: 'embedded', test: true });
  try {
    const said: string[] = [];
    for (const host of ['127.0.0.1', '2130706433', '[::1]']) {
      const body = JSON.stringify({ model: 'qwen-edit', prompt: 'fine', image: `http://${host}:${port}/private.png` });
      const answer = await fetch(`${ours.url}/v1/edit`, {
        method: 'POST',
        headers: { ...ours.headers, 'content-type': 'application/json' },
        body,
      });
      const { code } = (await answer.json()) as { code?: string };
      said.push(`${code}`);
    }
    return {
      Portkey: `\`http://2130706433\`: ${reached === '1 image' ? 'reached' : reached}`,
      ours: `refused: ${[...new Set(said)].join(', ')}; ${upstream.privateReads()} reads`,
    };
  } finally {
    await ours.stop();
  }
}

async function startRun(
  { url, headers }: ServerSubject,
  prompt: string,
  prefer: string,
): Promise<{ status: number; run: string }> {
  const answer = await fetch(`${url}/v1/generate`, {
    method: 'POST',
    headers: { ...headers, prefer, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'qwen-image', prompt }),
  });
  return { status: answer.status, run: ((await answer.json()) as { id: string }).id };
}

async function endOf({ url, headers }: ServerSubject, run: string): Promise<string> {
  for (let tries = 0; tries < 240; tries++) {
    const answer = await fetch(`${url}/v1/runs/${run}`, { headers });
    const { state, outputs } = (await answer.json()) as { state: string; outputs: readonly unknown[] };
    if (state !== 'queued' && state !== 'running') return `${state} with ${counted(outputs.length, 'image')}`;
    await sleep(250);
  }
  return 'did not end';
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

/** An error for a cell of a table: its first words. */
function short(error: string): string {
  const line = error.split('\n')[0]!.replaceAll('|', '/');
  return line.length > 90 ? `${line.slice(0, 87)}...` : line;
}
