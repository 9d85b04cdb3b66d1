import { setTimeout as sleep } from 'node:timers/promises';
import type { PeerName } from '../peers/peers.ts';
import { inFreshProcess, startLibrary } from '../side-by-side/libraries.ts';
import { type ServerSubject, startOurs } from '../side-by-side/servers.ts';
import { type Cells, counted, type FaultStage, short, throughPortkey } from './cells.ts';
import type { FaultyUpstream } from './faulty-upstream.ts';

/** A caller waits a second for a job of four. */
export async function waitEnds(upstream: FaultyUpstream): Promise<Cells> {
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

/** The process that follows a job is killed. */
export async function killed(upstream: FaultyUpstream): Promise<Cells> {
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

/** A picture goes up as a form. */
export async function edits({ upstream, portkey }: FaultStage): Promise<Cells> {
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

/** A caller names an address that only this machine should reach. */
export async function privateAddress({ upstream, portkey }: FaultStage): Promise<Cells> {
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
