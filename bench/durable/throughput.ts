import type { Side } from './sides.ts';

/** How much is asked for. */
export interface Size {
  readonly runs: number;
  readonly inFlight: number;
  readonly picture: string;
}

/** Runs a second from the first request until all have ended, with so many asked for and not ended at any time. */
export async function throughput(side: Side, { runs, inFlight, picture }: Size): Promise<number> {
  const child = await side.start(() => {});
  const warm = 10;
  const run = (n: number) => child.tell({ order: 'run', ...requestOf(n, picture) });
  for (let n = 0; n < warm; n++) run(n);
  while ((await side.ended()) < warm) await pause();
  const began = performance.now();
  for (let asked = 0, ended = 0; ended < runs;) {
    for (; asked < runs && asked - ended < inFlight; asked++) run(warm + asked);
    await pause();
    ended = (await side.ended()) - warm;
  }
  const seconds = (performance.now() - began) / 1000;
  child.tell({ order: 'stop' });
  await child.ended;
  return runs / seconds;
}

/** An edit of a picture. */
export function requestOf(n: number, picture: string) {
  return { n, operation: 'edit', request: { model: 'qwen-edit', image: { file: picture }, prompt: `picture ${n}` } };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
