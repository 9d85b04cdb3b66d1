import type { PeerName } from '../peers/peers.ts';
import { inFreshProcess } from './libraries.ts';
import type { Row } from './row.ts';
import type { Stage } from './stage.ts';
import { inTurns } from './statistics.ts';

/** What a process takes to have many jobs in flight. */
export async function jobLoad(stage: Stage): Promise<readonly Row[]> {
  const count = stage.full ? 1_000 : 500;
  const peaks: Partial<Record<PeerName, number>> = {};
  const load = (name: PeerName) => async () => {
    stage.say(`jobs: ${count} in flight with ${name}`);
    const prompt = `job {n} ${stage.full ? '{10000-20000}' : '{5000-10000}'} 1kb`;
    const work = { what: 'job', prompt, count, inFlight: count } as const;
    const { cpuMs, peakMiB, faults } = await inFreshProcess(name, stage.upstream, work);
    if (faults[0] !== undefined) throw new Error(faults[0]);
    peaks[name] = peakMiB;
    return cpuMs / 1000;
  };
  const found = await inTurns({ wavespeed: load('wavespeed'), ours: load('ours-wavespeed') }, stage.full ? 3 : 1);
  const memory = (['ours-wavespeed', 'wavespeed'] as const).map(
    (name) => `${name} ${(peaks[name] ?? 0).toFixed(0)} MiB`,
  );
  return [
    {
      work: `CPU for ${count.toLocaleString('en')} jobs in flight, ${stage.full ? '10 to 20' : '5 to 10'} s each`,
      unit: 's',
      ours: { '': found.ours },
      peers: { '`wavespeed`': found.wavespeed },
      ratio: { must: 0.5, aim: 0.4 },
      note: `checked, priced, followed and fetched; peak memory: ${memory.join(', ')}.`,
    },
  ];
}
