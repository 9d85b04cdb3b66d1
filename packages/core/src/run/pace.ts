import type { VendorPolicy } from './provider.ts';

/** Knows from earlier jobs when one of a model is likely to end, so that its vendor is asked then and seldom before. */
export interface Pace {
  /** A job of this model was found ended so many ms after it was sent. */
  learn(model: string, tookMs: number): void;
  /** How long to wait before the next question about a job that was sent so long ago; undefined = nothing is known. */
  pauseMs(model: string, sentMsAgo: number, poll: VendorPolicy['poll']): number | undefined;
}

/** As many jobs of a model have to be known before they say anything, and as many are remembered. */
const [fewest, most] = [4, 32];
/** The first question comes a little before the shortest job's end: otherwise nobody would notice that jobs became faster. */
const early = 0.95;
/** The time in which jobs end is searched in so many steps at most. */
const steps = 16;

/** What this process has seen; the vendors' policies say how closely they may be asked. */
export function createPace(): Pace {
  const known = new Map<string, number[]>();
  return {
    learn: (model, tookMs) => {
      const times = known.get(model) ?? [];
      times.push(tookMs);
      if (times.length > most) times.shift();
      known.set(model, times);
    },
    pauseMs: (model, sentMsAgo, { closestMs }) => {
      const times = known.get(model) ?? [];
      if (closestMs === undefined || times.length < fewest) return undefined;
      const first = Math.min(...times) * early;
      const last = Math.max(...times);
      if (sentMsAgo < first) return Math.max(closestMs, first - sentMsAgo);
      return sentMsAgo <= last ? Math.max(closestMs, (last - first) / steps) : undefined;
    },
  };
}
