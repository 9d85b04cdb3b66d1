import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from '@image-studio/core';
import { createStore, openDatabase } from '@image-studio/store';
import { allRuns } from '../campaign/all-runs.ts';
import { type Bill, billsOfCalls } from '../campaign/bills-of-calls.ts';
import { clockFromNow } from '../campaign/fast-clock.ts';
import { judge } from '../campaign/judge.ts';
import type { Answer, NodeSettings, RunRequest } from '../campaign/messages.ts';
import { type NodeProcess, startNode } from '../campaign/node-process.ts';
import { makePictures } from '../campaign/pictures.ts';
import { startSandbox } from '../campaign/sandbox-process.ts';

/** A vendor, a database and a folder for nodes to live and die on. `speed`: a lease lasts 30 s of the fast clock. */
export async function openStage(databaseUrl: string | undefined, { speed = 20 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'image-studio-stage-'));
  const clock = clockFromNow(speed);
  const sandbox = await startSandbox(clock);
  const pictures = await makePictures(join(folder, 'pictures'));
  const database = databaseUrl === undefined ? { folder: join(folder, 'database') } : { url: databaseUrl };
  const heard: Answer[] = [];
  const started: NodeProcess[] = [];

  const settings = (name: string): NodeSettings => {
    return { name, database, filesFolder: join(folder, 'files'), sandboxUrl: sandbox.url, clock };
  };

  return {
    sandbox,
    heard,
    /** Runs that are asked for are numbered by the caller. */
    edit: (n: number): RunRequest => {
      const request = { model: 'qwen-edit', image: { file: pictures.at(-1)! }, prompt: `picture ${n}` };
      return { n, operation: 'edit', request };
    },
    enlarge: (n: number): RunRequest => {
      return { n, operation: 'upscale', request: { model: 'lanczos3', image: { file: pictures.at(-1)! }, scale: 2 } };
    },
    start: async (name = 'node') => {
      const node = await startNode(settings(name), (answer) => heard.push(answer));
      started.push(node);
      return node;
    },
    /** The id of a run that was accepted; waits for the answer. */
    runOf: async (n: number) => {
      for (;;) {
        for (const answer of heard) if (answer.say === 'accepted' && answer.n === n) return answer.run;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    /** How often this machine began to work on these calls. */
    localWork: (calls: ReadonlySet<string>) =>
      heard.filter((answer) => answer.say === 'local-work' && calls.has(answer.callId)).length,
    /** Waits until somebody asked the vendor where a job stands. */
    asked: async () => {
      const isQuestion = ({ method, path }: { method: string; path: string }) =>
        method === 'GET' && path.startsWith('/api/');
      while (!(await sandbox.requests()).some(isQuestion)) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    /** How many paid requests came to the vendor. */
    posts: async () => {
      const free = /^\/api\/v3\/(predictions|media|model|models|balance|billings|webhook)(\/|$)/;
      const seen = await sandbox.requests();
      return seen.filter(({ method, path }) => method === 'POST' && path.startsWith('/api/') && !free.test(path))
        .length;
    },
    filesFolder: join(folder, 'files'),
    /** What the data says once all nodes have stopped; `change` makes another story of the bills. */
    verdict: async (change: (bills: readonly Bill[]) => readonly Bill[] = (bills) => bills) => {
      const bills = change(await sandbox.bills());
      const promises = new Map<number, Set<string>>();
      for (const answer of heard) {
        if (answer.say !== 'accepted') continue;
        promises.set(answer.n, (promises.get(answer.n) ?? new Set()).add(answer.run));
      }
      const verdict = await judge({ promises, bills, keptFaults: 0, place: settings('judge') });
      const store = createStore(await openDatabase(database));
      const runs = await allRuns(store.journal);
      await store.close();
      const billed = billsOfCalls(
        runs.flatMap(({ calls }) => calls),
        bills,
      );
      const billsOf = (run: Run | undefined) =>
        (run?.calls ?? []).reduce((sum, call) => sum + billed.of(call).length, 0);
      return { ...verdict, bills, billsOf, rows: runs };
    },
    close: async () => {
      for (const { child } of started) {
        child.kill('SIGKILL');
        await child.ended;
      }
      await sandbox.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until in no run of the database, but for the one left out, anything will happen soon. Throws when something still moves after 40 s. */
export async function settled(node: NodeProcess, without?: string): Promise<void> {
  const until = performance.now() + 40_000;
  for (;;) {
    const moving = (await node.report()).moving.filter((run) => run !== without);
    if (moving.length === 0) return;
    if (performance.now() > until) throw new Error(`These runs have not ended: ${moving.join(' ')}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
