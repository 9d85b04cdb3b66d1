import type { AppClient, Told } from './app-client.ts';
import type { RunAct } from './draw-plan.ts';

/** Clients that ask for runs, and what they were told. */
export interface Callers {
  readonly promises: ReadonlyMap<number, ReadonlySet<string>>;
  readonly forgotten: ReadonlySet<string>;
  /** Requests that were refused, by error code. */
  readonly refusals: ReadonlyMap<string, number>;
  /** How many requests have no answer yet. */
  unanswered(): number;
  /** Asks for a run until there is an answer, then cancels and forgets it as the act says. */
  serve(act: RunAct): Promise<void>;
}

const againMs = 150;
/** An open run cannot be forgotten, so it is asked again; one in doubt may stay open for longer than that. */
const forgetTries = 40;

/** Callers of several API nodes, asked one after the other until one answers. `lost` hears of every answer that did not come. */
export function createCallers(parts: {
  readonly client: AppClient;
  readonly urls: readonly string[];
  readonly lost: (why: string) => void;
}): Callers {
  const { client, urls, lost } = parts;
  const promises = new Map<number, Set<string>>();
  const forgotten = new Set<string>();
  const refusals = new Map<string, number>();
  let asking = 0;

  async function insist(first: number, ask: (url: string) => Promise<Told>): Promise<Exclude<Told, { told: 'lost' }>> {
    for (let turn = first; ; turn++) {
      const told = await ask(urls[turn % urls.length]!);
      if (told.told !== 'lost') return told;
      lost(told.why);
      await pause(againMs);
    }
  }

  async function pursue({ run }: RunAct, first: number): Promise<string | undefined> {
    asking++;
    const told = await insist(first, (url) => client.run(url, run));
    asking--;
    if (told.told === 'refused') {
      const why = `${told.code}: ${told.message}`;
      refusals.set(why, (refusals.get(why) ?? 0) + 1);
    }
    if (told.told !== 'run') return undefined;
    promises.set(run.n, (promises.get(run.n) ?? new Set()).add(told.id));
    return told.id;
  }

  async function forget(run: string, first: number): Promise<void> {
    for (let tries = 0; tries < forgetTries; tries++) {
      const told = await insist(first, (url) => client.forget(url, run));
      const isGone = told.told === 'done' || (told.told === 'refused' && told.code === 'not_found');
      if (isGone) return void forgotten.add(run);
      await pause(500);
    }
  }

  return {
    promises,
    forgotten,
    refusals,
    unanswered: () => asking,
    serve: async (act) => {
      const { node, cancelAfterMs } = act;
      const [run] = await Promise.all([pursue(act, node), ...(act.repeat ? [pursue(act, node + 1)] : [])]);
      if (run === undefined) return;
      if (cancelAfterMs !== undefined) {
        await pause(cancelAfterMs);
        await insist(node, (url) => client.cancel(url, run));
      }
      if (act.forget) await forget(run, node);
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
