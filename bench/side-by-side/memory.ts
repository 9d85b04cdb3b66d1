import type { PeerName } from '../peers/peers.ts';
import { inFreshProcess } from './libraries.ts';
import { watchProcess } from './process-cost.ts';
import type { Row } from './row.ts';
import { type ServerSubject, startFloor, startOurs, startPortkey } from './servers.ts';
import type { Stage } from './stage.ts';
import { inTurns } from './statistics.ts';

const atOnce = 64;
const ratio = { must: 0.35, aim: 0.3 };

/** The most memory a process has at one time: 64 pictures of 5 MB at once, down and up, and one answer of 300 MB. */
export async function memory(stage: Stage): Promise<readonly Row[]> {
  const { full, say } = stage;
  const rounds = full ? 3 : 1;
  say('memory: libraries');
  const library = (name: PeerName, what: 'save' | 'saveInFolder' | 'edit' | 'editInFolder') => async () => {
    const up = what.startsWith('edit') ? { prompt: '1kb {n}', pictureBytes: 5_000_000 } : { prompt: '5mb {n}' };
    const work = { what, count: atOnce, inFlight: atOnce, ...up };
    const { peakMiB, faults } = await inFreshProcess(name, stage.upstream, work);
    if (faults[0] !== undefined) throw new Error(faults[0]);
    return peakMiB;
  };
  const clients = (work: 'save' | 'edit') =>
    inTurns(
      {
        fetch: library('fetch', work),
        openai: library('openai', work),
        sdk: library('ai-sdk', work),
        ours: library('ours-openai', work),
        inFolder: library('ours-openai', `${work}InFolder`),
      },
      rounds,
    );
  const [down, up] = [await clients('save'), await clients('edit')];
  say('memory: servers');
  const servers = await serverPeaks(stage, rounds);
  return [
    ...[['down', down] as const, ['up', up] as const].map(([way, found]): Row => ({
      work: `peak memory, library, 64 × 5 MB ${way}`,
      unit: 'MiB',
      ours: { 'kept in memory': found.ours, 'kept in a folder': found.inFolder },
      peers: { openai: found.openai, 'AI SDK': found.sdk },
      others: { 'plain fetch': found.fetch },
      ratio,
    })),
    ...(['down', 'up'] as const).map((way): Row => ({
      work: `peak memory, server, 64 × 5 MB ${way}`,
      unit: 'MiB',
      ours: { embedded: servers.embedded[way], PostgreSQL: servers.postgres[way] },
      peers: { Portkey: servers.portkey[way] },
      floor: { name: 'node:http to a file', value: servers.floor[way] },
      ratio,
      ...(way === 'up'
        ? { note: 'Portkey answers every multipart edit with 500, after the vendor has done the work.' }
        : {}),
    })),
    {
      work: 'peak memory, server, one 300 MB answer',
      unit: 'MiB',
      ours: { embedded: servers.embedded.large, PostgreSQL: servers.postgres.large },
      peers: { Portkey: servers.portkey.large },
      floor: { name: 'node:http to a file', value: servers.floor.large },
      most: { must: 120 },
      refused: [servers.embedded, servers.postgres].every(({ said }) => said.includes('too large')),
      note: `or refused by a limit with a clear error, as ours is: ${servers.postgres.said}`,
    },
  ];
}

interface Peaks {
  readonly down: number;
  readonly up: number;
  readonly large: number;
  /** What was said to the one who asked for 300 MB. */
  readonly said: string;
}

async function serverPeaks(stage: Stage, rounds: number) {
  const starters = {
    floor: () => startFloor(stage.upstream),
    portkey: () => startPortkey(stage.upstream),
    embedded: () => startOurs(stage.upstream, { database: 'embedded' }),
    postgres: () => startOurs(stage.upstream, { database: 'postgres' }),
  };
  const found: Record<string, Peaks[]> = {};
  for (let round = 0; round < rounds; round++)
    for (const [name, start] of Object.entries(starters)) {
      // Fresh for each: what one kind of work left in the heap is not the next one's.
      const peaks = { down: 0, up: 0, large: 0, said: '' };
      for (const way of ['down', 'up', 'large'] as const) {
        const server = await start();
        try {
          const { peakMiB, said } = await peakOf(stage, server, way);
          peaks[way] = peakMiB;
          if (way === 'large') peaks.said = said;
        } finally {
          await server.stop();
        }
      }
      (found[name] ??= []).push(peaks);
    }
  const best = (name: keyof typeof starters): Peaks =>
    found[name]!.toSorted((a, b) => a.down - b.down)[Math.floor(rounds / 2)]!;
  return { floor: best('floor'), portkey: best('portkey'), embedded: best('embedded'), postgres: best('postgres') };
}

async function peakOf({ load }: Stage, { pid, url, headers, model }: ServerSubject, way: 'down' | 'up' | 'large') {
  const generation = (prompt: string) => ({
    url: `${url}/v1/images/generations`,
    headers,
    json: { model, prompt: `${prompt} {n}`, n: 1 },
  });
  // Everything loaded once.
  await load({ ...generation('1kb'), inFlight: 1, count: 3 });
  const cost = await watchProcess(pid);
  const form = { fields: { model, prompt: '1kb' }, pictureBytes: 5_000_000 };
  const { refusal = '' } =
    way === 'up'
      ? await load({ url: `${url}/v1/images/edits`, headers, form, inFlight: atOnce, count: atOnce })
      : way === 'down'
        ? await load({ ...generation('5mb'), inFlight: atOnce, count: atOnce })
        : await load({ ...generation('300mb'), inFlight: 1, count: 1 });
  return { peakMiB: (await cost()).peakMiB, said: refusal.slice(0, 300) };
}
