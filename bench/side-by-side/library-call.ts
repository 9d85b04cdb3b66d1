import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { folderOf } from '../peers/install.ts';
import type { PeerName } from '../peers/peers.ts';
import { startLibrary } from './libraries.ts';
import type { Row } from './row.ts';
import { type Stage, withAll } from './stage.ts';
import { inTurns, median } from './statistics.ts';

/** What a library costs its caller: one call for a picture of 1 MB, and the way from nothing to the first picture. */
export async function libraryCall(stage: Stage): Promise<readonly Row[]> {
  return [await oneCall(stage), await coldStart(stage)];
}

async function oneCall({ upstream, full, say }: Stage): Promise<Row> {
  const [rounds, count] = full ? [15, 60] : [7, 20];
  return withAll(
    {
      fetch: () => startLibrary('fetch', upstream),
      openai: () => startLibrary('openai', upstream),
      sdk: () => startLibrary('ai-sdk', upstream),
      ours: () => startLibrary('ours-openai', upstream),
    },
    async (libraries) => {
      say('library call: 1 MB');
      const once = (library: (typeof libraries)[keyof typeof libraries], times: number) => async () => {
        const work = { what: 'generate', prompt: '1mb {n}', count: times, inFlight: 1 } as const;
        const { times: took, faults } = await library.work(work);
        if (faults[0] !== undefined) throw new Error(faults[0]);
        return median(took);
      };
      const each = (times: number) => ({
        fetch: once(libraries.fetch, times),
        openai: once(libraries.openai, times),
        sdk: once(libraries.sdk, times),
        ours: once(libraries.ours, times),
      });
      await inTurns(each(30), 1);
      const found = await inTurns(each(count), rounds);
      return {
        work: 'library call, one provider package alone, 1 MB image, p50',
        unit: 'ms',
        ours: { '': found.ours },
        peers: { 'plain fetch': found.fetch },
        others: { openai: found.openai, 'AI SDK': found.sdk },
        ratio: { must: 1.1, aim: 1 },
      };
    },
  );
}

async function coldStart({ upstream, full, say }: Stage): Promise<Row> {
  say('library: cold start to the first image');
  const starter = (name: PeerName) => () => firstImage(name, upstream);
  const found = await inTurns(
    {
      fetch: starter('fetch'),
      openai: starter('openai'),
      sdk: starter('ai-sdk'),
      wavespeed: starter('wavespeed'),
      ours: starter('ours-openai'),
      oursJobs: starter('ours-wavespeed'),
    },
    full ? 25 : 9,
  );
  return {
    work: 'cold start, one provider package alone, to first image',
    unit: 'ms',
    ours: { 'generate + openai': found.ours },
    peers: { 'plain fetch': found.fetch },
    others: {
      openai: found.openai,
      'AI SDK': found.sdk,
      'wavespeed (a job)': found.wavespeed,
      'ours with wavespeed (a job)': found.oursJobs,
    },
    ratio: { must: 1.2, aim: 1 },
    note: 'from the start of the process to its end. A job that is done at once: `wavespeed` asks at once, ours after its first pause.',
  };
}

async function firstImage(name: PeerName, upstream: string): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [join(folderOf(name), 'first-image.mjs'), upstream, '1kb'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`The first image of ${name} failed`);
  return performance.now() - start;
}
