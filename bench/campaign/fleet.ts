import type { Answer, NodeSettings, Report, RunRequest } from './messages.ts';
import { type NodeProcess, startNode } from './node-process.ts';

/** What was promised to a caller: run ids by the number of their request. Every answer counts, also those to a repeated request. */
export type Promises = ReadonlyMap<number, ReadonlySet<string>>;

/** The nodes of a campaign, killed and started again, and the caller who asks them. */
export interface Fleet {
  readonly promises: Promises;
  /** Requests that were refused, by error code. */
  readonly refusals: ReadonlyMap<string, number>;
  /** Faults that nodes told of, by message. */
  readonly faults: ReadonlyMap<string, number>;
  /** Asks for a run; asks again with the same idempotency key when the node dies before it answers. */
  ask(node: number, run: RunRequest, options?: { readonly cancelAfterMs?: number | undefined }): void;
  /** `kill -9`, then a new process in its place. */
  kill(node: number): Promise<void>;
  /** SIGSTOP, and SIGCONT after so many real ms. Does not wait. */
  freeze(node: number, forMs: number): void;
  /** True when every request got its answer, or there is nobody left who would. */
  isAnswered(): boolean;
  report(): Promise<Report>;
  stop(): Promise<void>;
}

/** Starts as many nodes as there are settings. Rejects when one does not come up. */
export async function startFleet(settings: readonly NodeSettings[]): Promise<Fleet> {
  const promises = new Map<number, Set<string>>();
  const refusals = new Map<string, number>();
  const faults = new Map<string, number>();
  const unanswered = new Map<number, { readonly node: number; readonly run: RunRequest }>();
  const cancelAfter = new Map<number, number>();
  const thawing = new Set<Promise<void>>();
  const nodes: NodeProcess[] = [];
  const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);

  function hear(node: number, answer: Answer): void {
    if (answer.say === 'fault') count(faults, answer.message);
    if (answer.say !== 'accepted' && answer.say !== 'refused') return;
    unanswered.delete(answer.n);
    if (answer.say === 'refused') return void count(refusals, `${answer.code}: ${answer.message}`);
    promises.set(answer.n, (promises.get(answer.n) ?? new Set()).add(answer.run));
    const wait = cancelAfter.get(answer.n);
    if (wait === undefined) return;
    cancelAfter.delete(answer.n);
    setTimeout(() => nodes[node]?.tell({ order: 'cancel', run: answer.run }), wait);
  }

  const begin = async (node: number) => startNode(settings[node]!, (answer) => hear(node, answer));
  for (const index of settings.keys()) nodes.push(await begin(index));

  return {
    promises,
    refusals,
    faults,
    ask: (node, run, { cancelAfterMs } = {}) => {
      unanswered.set(run.n, { node, run });
      if (cancelAfterMs !== undefined) cancelAfter.set(run.n, cancelAfterMs);
      nodes[node]?.tell({ order: 'run', ...run });
    },
    kill: async (node) => {
      const { child } = nodes[node]!;
      child.kill('SIGKILL');
      await child.ended;
      nodes[node] = await begin(node);
      for (const asked of unanswered.values())
        if (asked.node === node) nodes[node].tell({ order: 'run', ...asked.run });
    },
    freeze: (node, forMs) => {
      const { child } = nodes[node]!;
      child.kill('SIGSTOP');
      const thawed = new Promise<void>((resolve) => setTimeout(resolve, forMs)).then(() => {
        child.kill('SIGCONT');
        thawing.delete(thawed);
      });
      thawing.add(thawed);
    },
    isAnswered: () => unanswered.size === 0,
    report: async () => {
      await Promise.all(thawing);
      return nodes[0]!.report();
    },
    stop: async () => {
      await Promise.all(thawing);
      await Promise.all(nodes.map((node) => node.stop()));
    },
  };
}
