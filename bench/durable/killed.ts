import type { Side } from './sides.ts';
import { requestOf } from './throughput.ts';

/** Asks for runs, kills the process in the middle of their paid requests, starts it again at once and waits until all have ended. */
export async function killed(
  side: Side,
  { runs, picture }: { readonly runs: number; readonly picture: string },
): Promise<{ readonly resumes: readonly number[]; readonly ended: number }> {
  const accepted = new Set<number>();
  const half = Promise.withResolvers<void>();
  const hear = (n: number) => {
    accepted.add(n);
    if (accepted.size >= runs / 2) half.resolve();
  };
  const first = await side.start(hear);
  for (let n = 0; n < runs; n++) first.tell({ order: 'run', ...requestOf(n, picture) });
  await half.promise;
  await pause(60);
  first.kill('SIGKILL');
  const since = performance.now();
  await first.ended;
  const before = new Map(await side.open());
  const resumes: number[] = [];
  const starting = side.start(hear);
  const watched = (async () => {
    const waiting = new Map(before);
    while (waiting.size > 0 && performance.now() - since < 120_000) {
      const now = new Map(await side.open());
      for (const [run, mark] of waiting) {
        if (now.get(run) === mark) continue;
        resumes.push(performance.now() - since);
        waiting.delete(run);
      }
      await pause(10);
    }
  })();
  const second = await starting;
  for (let n = 0; n < runs; n++) if (!accepted.has(n)) second.tell({ order: 'run', ...requestOf(n, picture) });
  await watched;
  const until = performance.now() + 200_000;
  while ((await side.ended()) < runs && performance.now() < until) await pause(100);
  const ended = await side.ended();
  second.tell({ order: 'stop' });
  await second.ended;
  return { resumes, ended };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
