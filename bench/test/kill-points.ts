import { stateOf } from '@image-studio/core';
import type { Moment, Side } from '../campaign/trap.ts';
import { openStage, settled } from './stage.ts';

/** Where a node is killed, what becomes of its run, and how often the vendor was asked to work in all. */
export type KillPoint = readonly [side: Side, moment: Moment, ending: 'no run' | 'succeeded' | 'failed', works: number];

/**
 * A paid call. Before the compare-and-set everything is done again, and it is paid once. After it, as long as nothing was sent, the vendor's
 * history shows that nothing arrived. From the paid request on the job is found and kept.
 */
export const paidPoints: readonly KillPoint[] = [
  ['before', 'reserve', 'no run', 0],
  ['after', 'reserve', 'succeeded', 1],
  ['within', 'upload', 'succeeded', 1],
  ['before', 'submitting', 'succeeded', 1],
  ['after', 'submitting', 'failed', 0],
  ['before', 'post', 'failed', 0],
  ['after', 'post', 'succeeded', 1],
  ['before', 'submitted', 'succeeded', 1],
  ['after', 'submitted', 'succeeded', 1],
  ['before', 'produced', 'succeeded', 1],
  ['after', 'produced', 'succeeded', 1],
  ['within', 'download', 'succeeded', 1],
  ['before', 'asset', 'succeeded', 1],
  ['within', 'asset', 'succeeded', 1],
  ['after', 'asset', 'succeeded', 1],
  ['before', 'settle', 'succeeded', 1],
  ['after', 'settle', 'succeeded', 1],
];

/** This machine's own work, which costs nothing and answers with bytes: it is done again, but never once its file is stored. */
export const localPoints: readonly KillPoint[] = [
  ['before', 'submitting', 'succeeded', 1],
  ['after', 'submitting', 'succeeded', 1],
  ['before', 'post', 'succeeded', 2],
  ['after', 'post', 'succeeded', 2],
  ['before', 'asset', 'succeeded', 2],
  ['within', 'asset', 'succeeded', 2],
  ['after', 'asset', 'succeeded', 1],
  ['before', 'settle', 'succeeded', 1],
  ['after', 'settle', 'succeeded', 1],
];

/** Those of the points that are named as `side moment`. */
export function pointsAt(points: readonly KillPoint[], ...names: readonly string[]): readonly KillPoint[] {
  return points.filter(([side, moment]) => names.includes(`${side} ${moment}`));
}

/**
 * One run and one dead node for each point: the next node brings the run to its end before it is killed in one of its own. Answers the points
 * as they turned out, the judge's verdict and the number of paid requests.
 */
export async function killAtEach(database: string | undefined, points: readonly KillPoint[], kind: 'edit' | 'enlarge') {
  const stage = await openStage(database);
  try {
    for (const [n, [side, moment]] of points.entries()) {
      const node = await stage.start();
      await settled(node);
      node.tell({ order: 'run', ...stage[kind](n), trap: { side, moment, signal: 'SIGKILL' } });
      await node.child.ended;
    }
    const last = await stage.start();
    await settled(last);
    await last.stop();
    const verdict = await stage.verdict();
    const turnedOut = points.map(([side, moment], n) => {
      const row = verdict.rows.find(({ run }) => run.idempotencyKey === `n${n}`);
      const own = new Set(row?.calls.map(({ id }) => id));
      const done = kind === 'edit' ? verdict.billsOf(row) : stage.localWork(own);
      return [side, moment, row === undefined ? 'no run' : stateOf(row.calls), done] as const;
    });
    return { verdict, turnedOut, posts: await stage.posts() };
  } finally {
    await stage.close();
  }
}
