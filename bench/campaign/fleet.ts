import type { RunAct } from './draw-plan.ts';
import { createFastClock } from './fast-clock.ts';
import type { Answer, NodeSettings, Report } from './messages.ts';
import { type NodeProcess, startNode } from './node-process.ts';
import type { ResumeWatch } from './resume-watch.ts';

/** What was promised to a caller: run ids by the number of their request. Every answer counts, also those to a repeated request. */
export type Promises = ReadonlyMap<number, ReadonlySet<string>>;

/** The nodes of a campaign, killed and started again, and the caller who asks them. */
export interface Fleet {
  /** How many nodes there are; acts count them from 0. */
  readonly size: number;
  readonly promises: Promises;
  /** Runs that were forgotten since their caller wished it. */
  readonly forgotten: ReadonlySet<string>;
  /** Runs whose end was told by a webhook; undefined where nobody listens. */
  readonly told: ReadonlySet<string> | undefined;
  /** Nodes that ended although nobody ended them, with what they said. */
  readonly diedAlone: readonly string[];
  /** Real ms from a kill to the next write on a call of the dead node. */
  readonly resumes: readonly number[];
  /** Requests that were refused, by error code. */
  readonly refusals: ReadonlyMap<string, number>;
  /** Faults that nodes told of, and answers that callers lost, by message. */
  readonly faults: ReadonlyMap<string, number>;
  /** Asks for a run; asks again with the same idempotency key when no answer comes. */
  ask(act: RunAct): void;
  /** `kill -9`, then a new process in its place. */
  kill(node: number): Promise<void>;
  /** Ends it in good order, then a new process in its place. */
  deploy(node: number): Promise<void>;
  /** SIGSTOP, and SIGCONT after so many real ms. Does not wait. */
  freeze(node: number, forMs: number): void;
  /** The wall clock of a node goes forward or back. */
  jump(node: number, byMs: number): void;
  /** How many requests have no answer yet. */
  unanswered(): number;
  report(): Promise<Report>;
  stop(): Promise<void>;
}

/** Starts as many studios as there are settings. Rejects when one does not come up. */
export async function startFleet(settings: readonly NodeSettings[], watch: ResumeWatch | undefined): Promise<Fleet> {
  const promises = new Map<number, Set<string>>();
  const refusals = new Map<string, number>();
  const faults = new Map<string, number>();
  const unanswered = new Map<number, { readonly node: number; readonly act: RunAct }>();
  const cancelAfter = new Map<number, number>();
  const thawing = new Set<Promise<void>>();
  const resumes: number[] = [];
  const diedAlone: string[] = [];
  const restarting = new Map<number, Promise<void>>();
  let starting = Promise.resolve();
  const nodes: (NodeProcess & { readonly life: { readonly from: number; readonly until: number } })[] = [];
  const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);

  function hear(node: number, answer: Answer): void {
    if (answer.say === 'fault') count(faults, answer.message);
    if (answer.say !== 'accepted' && answer.say !== 'refused') return;
    const asked = unanswered.get(answer.n);
    // A fault of the studio's own is no answer: whoever wants to know asks again.
    if (answer.say === 'refused' && answer.code === 'internal' && asked) {
      count(faults, answer.message);
      return void setTimeout(() => nodes[asked.node]?.tell({ order: 'run', ...asked.act.run }), 200);
    }
    unanswered.delete(answer.n);
    if (answer.say === 'refused') return void count(refusals, `${answer.code}: ${answer.message}`);
    promises.set(answer.n, (promises.get(answer.n) ?? new Set()).add(answer.run));
    const wait = cancelAfter.get(answer.n);
    if (wait === undefined) return;
    cancelAfter.delete(answer.n);
    setTimeout(() => nodes[node]?.tell({ order: 'cancel', run: answer.run }), wait);
  }

  async function begin(node: number): Promise<(typeof nodes)[number]> {
    const clock = createFastClock(settings[node]!.clock);
    for (let tries = 1; ; tries++) {
      const from = clock.now();
      const started = await startNode(settings[node]!, (answer) => hear(node, answer)).catch((error: unknown) => error);
      if (!(started instanceof Error)) return { ...(started as NodeProcess), life: { from, until: clock.now() } };
      // A database that is cut off at that moment does not let a node in.
      if (tries >= 5) throw started;
    }
  }

  /** Ends a node that is up, then puts another in its place, while the campaign goes on: one after the other, so that an owner's time of birth tells whose it is. */
  async function replace(node: number, end: () => Promise<void>): Promise<void> {
    if (restarting.has(node)) return;
    const begun = Promise.withResolvers<void>();
    restarting.set(node, begun.promise);
    begun.promise.catch(() => {});
    await end();
    const before = starting;
    starting = begun.promise.catch(() => {});
    void before
      .then(() => begin(node))
      .then((begunNode) => {
        nodes[node] = begunNode;
        watchOver(node);
        restarting.delete(node);
        for (const asked of unanswered.values())
          if (asked.node === node) begunNode.tell({ order: 'run', ...asked.act.run });
        begun.resolve();
      })
      .catch(begun.reject);
  }

  for (const index of settings.keys()) nodes.push(await begin(index));
  const stopping = new AbortController();
  const watchOver = (node: number) => {
    const { child } = nodes[node]!;
    void child.ended.then(() => {
      if (nodes[node]?.child !== child || restarting.has(node) || stopping.signal.aborted) return;
      diedAlone.push(`${settings[node]!.name}: ${child.errors().slice(-600)}`);
      void replace(node, async () => {});
    });
  };
  for (const index of settings.keys()) watchOver(index);
  const size = nodes.length;

  return {
    size,
    promises,
    forgotten: new Set(),
    told: undefined,
    diedAlone,
    // An embedded database has one node: what was open is taken over before it is ready.
    resumes: watch?.times ?? resumes,
    refusals,
    faults,
    ask: (act) => {
      const { node, run, cancelAfterMs } = act;
      unanswered.set(run.n, { node, act });
      if (cancelAfterMs !== undefined) cancelAfter.set(run.n, cancelAfterMs);
      nodes[node]?.tell({ order: 'run', ...run });
      if (act.repeat) nodes[(node + 1) % size]?.tell({ order: 'run', ...run });
    },
    kill: (node) =>
      replace(node, async () => {
        const { child, life } = nodes[node]!;
        child.kill('SIGKILL');
        const since = performance.now();
        await child.ended;
        await watch?.died(life);
        if (watch === undefined) void restarting.get(node)?.then(() => resumes.push(performance.now() - since));
      }),
    deploy: (node) =>
      replace(node, async () => {
        await Promise.all(thawing);
        await nodes[node]!.stop();
      }),
    freeze: (node, forMs) => {
      const { child } = nodes[node]!;
      child.kill('SIGSTOP');
      const thawed = new Promise<void>((resolve) => setTimeout(resolve, forMs)).then(() => {
        child.kill('SIGCONT');
        thawing.delete(thawed);
      });
      thawing.add(thawed);
    },
    jump: (node, byMs) => nodes[node]?.tell({ order: 'jump', byMs }),
    unanswered: () => unanswered.size,
    report: async () => {
      await Promise.all([...thawing, ...restarting.values()]);
      return nodes[0]!.report();
    },
    stop: async () => {
      stopping.abort();
      await Promise.all([...thawing, ...restarting.values()]);
      await Promise.all(nodes.map((node) => node.stop()));
    },
  };
}
