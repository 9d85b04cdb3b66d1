import { stateOf } from '@image-studio/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { standsStill } from '../campaign/child.ts';
import { type PostgresServer, startPostgres } from '../campaign/postgres-server.ts';
import type { Moment, Side } from '../campaign/trap.ts';
import { openStage, settled } from './stage.ts';

let server: PostgresServer;
beforeAll(async () => void (server = await startPostgres()), 60_000);
afterAll(() => server.stop());

// A node stands still right there, another takes its call over and brings it to its end; then the first wakes up. The last column: the
// write that it tries and that is refused; before anything was sent it may also do nothing.
test.each<readonly [side: Side, moment: Moment, posts: number, state: string, refused: readonly string[]]>([
  ['before', 'submitting', 1, 'succeeded', ['submitting']],
  ['after', 'submitting', 0, 'failed', ['', 'reserved']],
  ['after', 'post', 1, 'succeeded', ['submitted']],
  ['before', 'submitted', 1, 'succeeded', ['submitted']],
  ['before', 'stored', 1, 'succeeded', ['stored']],
  ['before', 'settle', 1, 'succeeded', ['settle']],
])(
  'a node that slept %s %s sends nothing and writes nothing when it wakes',
  async (side, moment, posts, state, refused) => {
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
  },
);

// Where nothing was sent, the call may be sent now or be given back.
test.each<readonly [side: Side, moment: Moment, states: readonly string[]]>([
  ['before', 'submitting', ['succeeded', 'failed']],
  ['after', 'submitting', ['succeeded', 'failed']],
  ['after', 'submitted', ['succeeded']],
])('a node alone that slept %s %s finds its own call again, however busy it is', async (side, moment, states) => {
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
});
