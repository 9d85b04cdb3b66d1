import { stateOf } from '@image-studio/core';
import { expect } from 'vitest';
import { standsStill } from '../campaign/child.ts';
import type { TestServer } from '@image-studio/store/test-server';
import type { Moment, Side } from '../campaign/trap.ts';
import { openStage, settled } from './stage.ts';

/** Where a node falls asleep while another takes over, how the run ends, and which write it tries in vain when it wakes. */
export interface Sleep {
  readonly side: Side;
  readonly moment: Moment;
  readonly posts: number;
  readonly state: string;
  /** Before anything was sent it may also do nothing. */
  readonly refused: readonly string[];
}

/** A node stands still right there, another takes its call over and brings it to its end; then the first wakes up. */
export const sleeps: readonly Sleep[] = [
  { side: 'before', moment: 'submitting', posts: 1, state: 'succeeded', refused: ['submitting'] },
  { side: 'after', moment: 'submitting', posts: 0, state: 'failed', refused: ['', 'reserved'] },
  { side: 'after', moment: 'post', posts: 1, state: 'succeeded', refused: ['submitted'] },
  { side: 'before', moment: 'submitted', posts: 1, state: 'succeeded', refused: ['submitted'] },
  { side: 'before', moment: 'settle', posts: 1, state: 'succeeded', refused: ['settle'] },
];

/** Where a node that is alone falls asleep longer than its lease. Where nothing was sent, the call may be sent or given back. */
export const sleepsAlone: readonly (readonly [side: Side, moment: Moment, states: readonly string[]])[] = [
  ['before', 'submitting', ['succeeded', 'failed']],
  ['after', 'submitting', ['succeeded', 'failed']],
  ['after', 'submitted', ['succeeded']],
];

/** Plays one sleep with two nodes, and checks that nothing is sent or written twice. */
export async function expectNothingTwice(
  server: TestServer,
  { side, moment, posts, state, refused }: Sleep,
): Promise<void> {
  const stage = await openStage(await server.createDatabase());
  try {
    const [sleeper, other] = await Promise.all([stage.start('sleeper'), stage.start('other')]);
    sleeper.tell({ order: 'run', ...stage.edit(1), trap: { side, moment, signal: 'SIGSTOP' } });
    await standsStill(sleeper.child);
    await settled(other);
    sleeper.child.kill('SIGCONT');
    await sleeper.report();
    await Promise.all([sleeper.stop(), other.stop()]);
    const verdict = await stage.verdict();
    expect(verdict.violations).toEqual([]);
    expect(verdict.rows.map(({ calls }) => stateOf(calls))).toEqual([state]);
    expect(await stage.posts()).toBe(posts);
    expect(verdict.bills).toHaveLength(posts);
    const writes = stage.heard.flatMap((answer) => (answer.say === 'write-refused' ? [answer.write] : []));
    expect(refused).toContain(writes.join());
  } finally {
    await stage.close();
  }
}

/** Plays one sleep of a node alone, and checks that it finds its own call again. */
export async function expectFoundAgain(
  server: TestServer,
  [side, moment, states]: (typeof sleepsAlone)[number],
): Promise<void> {
  const stage = await openStage(await server.createDatabase());
  try {
    const node = await stage.start('sleeper');
    // A job that never ends keeps the node at work: its leases are renewed all the time.
    await stage.sandbox.addFault({ kind: 'job_stuck' });
    node.tell({ order: 'run', ...stage.edit(0) });
    const stuck = await stage.runOf(0);
    await stage.asked();
    node.tell({ order: 'run', ...stage.edit(1), trap: { side, moment, signal: 'SIGSTOP' } });
    await standsStill(node.child);
    // Longer than a lease, which lasts 1.5 s here.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    node.child.kill('SIGCONT');
    await stage.runOf(1);
    await settled(node, stuck);
    await node.stop();
    const verdict = await stage.verdict();
    expect(verdict.violations.filter(({ run }) => run !== stuck)).toEqual([]);
    const ended = verdict.rows.filter(({ run }) => run.idempotencyKey === 'n1');
    expect(states).toContain(ended.map(({ calls }) => stateOf(calls)).join());
  } finally {
    await stage.close();
  }
}
