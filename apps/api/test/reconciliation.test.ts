import { newId, StudioError } from '@image-studio/core';
import { leaseOf, reservationOf } from '@image-studio/core/contracts';
import { describe, expect, it } from 'vitest';
import { useServer } from './server.ts';

const { current } = useServer();
const admin = { key: 'the-operators-own-key' };

/** A call nobody knows the fate of, held at 1000 micro-dollars. */
async function doubtful(account: string, markupBasisPoints = 0) {
  const key = await current().keyFor(account);
  const { store } = current().composition;
  const createdAt = Date.now();
  const wish = { account, test: true, createdAt, id: newId('run', createdAt), markupBasisPoints };
  const made = reservationOf(wish);
  const quoteMicros = 1000 / (1 + markupBasisPoints / 10_000);
  const calls = made.calls.map((call) => ({
    ...call,
    candidates: call.candidates.map((candidate) => ({ ...candidate, quoteMicros })),
  }));
  const reservation = { ...made, calls };
  await store.ledger.reserve(reservation);
  const [call] = reservation.calls;
  const error = new StudioError('in_doubt', 'The line was cut', { billed: 'unknown' }).toJSON();
  const sent = { sent: { prompt: 'dusk' }, submittedAt: createdAt, dueAt: createdAt + 1e9 };
  await store.journal.advance(leaseOf(call), 'reserved', 'in_doubt', { error, ...sent });
  const spend = async () => {
    const { body } = await current().call('GET', '/v1/usage', { key });
    const { used, held } = body.meters.find(({ meter }: { meter: string }) => meter === 'spend');
    return { used, held };
  };
  const decide = (body: unknown, options = admin) =>
    current().call('POST', `/v1/admin/reconciliation/${call!.id}`, { body, ...options });
  return { id: call!.id, runId: call!.runId, key, spend, decide, lease: leaseOf(call) };
}

describe('calls in doubt', () => {
  it('are listed for the operator, with what they hold and without what was asked', async () => {
    const { id } = await doubtful('listed');
    const list = await current().call('GET', '/v1/admin/reconciliation', admin);
    const row = list.body.data.find((one: { id: string }) => one.id === id);
    expect(row).toMatchObject({
      account: 'listed',
      step: 'in_doubt',
      held: { micros: 1000 },
      error: { code: 'in_doubt' },
    });
    expect(list.text).not.toContain('dusk');
  });

  it('are released: the hold goes back, the run has failed', async () => {
    const { decide, spend, runId, key, id } = await doubtful('released');
    expect(await spend()).toEqual({ used: 0, held: 1000 });
    expect(await decide({ action: 'release' })).toMatchObject({ status: 200, body: { id, step: 'released' } });
    expect(await spend()).toEqual({ used: 0, held: 0 });
    const run = await current().call('GET', `/v1/runs/${runId}`, { key });
    expect(run.body).toMatchObject({ state: 'failed', charge: { micros: 0 }, error: { billed: 'no' } });
    expect((await decide({ action: 'release' })).status).toBe(404);
  });

  it.each([
    [{}, 1000],
    [{ cost: 700 }, 700],
    [{ cost: 5000 }, 1000],
    [{ cost: 5000, charge: 0 }, 0],
  ])('are charged as %j says, never more than was held', async (amounts, charged) => {
    const { decide, spend } = await doubtful(newId('acct', Date.now()));
    expect((await decide({ action: 'charge', ...amounts })).body).toMatchObject({ step: 'settled', outcome: 'failed' });
    expect(await spend()).toEqual({ used: charged, held: 0 });
  });

  it.each([
    [{}, 800, 1000],
    [{ cost: 400 }, 400, 500],
    [{ cost: 400, charge: 400 }, 400, 400],
  ])('are charged with the plan’s markup: %j', async (amounts, cost, charged) => {
    const { decide, spend, key, runId } = await doubtful(newId('acct', Date.now()), 2500);
    expect((await decide({ action: 'charge', ...amounts })).status).toBe(200);
    expect(await spend()).toEqual({ used: charged, held: 0 });
    const run = await current().call('GET', `/v1/runs/${runId}`, { key });
    expect(run.body).toMatchObject({ cost: { micros: cost }, charge: { micros: charged } });
  });

  it('are adopted with the vendor’s job, which belongs to one call only; who drove them before is shut out', async () => {
    const [first, second] = [await doubtful('adopted'), await doubtful('adopted-too')];
    expect((await first.decide({ action: 'adopt', ticket: 'job-1' })).body).toMatchObject({
      step: 'submitted',
      ticket: { id: 'job-1' },
    });
    expect(await first.spend()).toEqual({ used: 0, held: 1000 });
    const { journal } = current().composition.store;
    expect(await journal.advance(first.lease, 'submitted', 'produced')).toBe(false);
    expect((await second.decide({ action: 'adopt', ticket: { id: 'job-1' } })).status).toBe(409);
    expect(await second.spend()).toEqual({ used: 0, held: 1000 });
  });

  it('are the operator’s alone', async () => {
    const { decide, key, spend } = await doubtful('private');
    expect((await decide({ action: 'release' }, { key })).status).toBe(403);
    expect((await current().call('GET', '/v1/admin/reconciliation', { key })).status).toBe(403);
    for (const body of [{}, { action: 'forget' }, { action: 'adopt' }, { action: 'charge', cost: -1 }])
      expect((await decide(body)).status).toBe(400);
    expect(await spend()).toEqual({ used: 0, held: 1000 });
  });
});

/** A call of an hour ago whose vendor has the job, as a node left it that is no more. */
async function leftAlone(account: string, test: boolean) {
  await current().keyFor(account);
  const { store } = current().composition;
  const createdAt = Date.now() - 60 * 60_000;
  const reservation = reservationOf({ account, test, createdAt, id: newId('run', createdAt) });
  await store.ledger.reserve(reservation);
  const lease = leaseOf(reservation.calls[0]);
  const sent = { sent: { prompt: 'dusk' }, submittedAt: createdAt };
  await store.journal.advance(lease, 'reserved', 'submitting', sent);
  await store.journal.advance(lease, 'submitting', 'submitted', { ticket: { id: newId('job', createdAt) } });
  const held = async () => {
    const meters = await store.ledger.usage({ account, test }, createdAt);
    const spend = meters.find(({ meter }) => meter === 'spend');
    return { used: spend?.used, held: spend?.held };
  };
  const row = async () => {
    const { body } = await current().call('GET', '/v1/admin/reconciliation?limit=100', admin);
    return body.data.find((one: { id: string }) => one.id === lease.callId);
  };
  const decide = (body: unknown) =>
    current().call('POST', `/v1/admin/reconciliation/${lease.callId}`, { body, ...admin });
  return { held, row, decide };
}

describe('calls that nobody drives', () => {
  it('are listed and decided like those in doubt: live mode is off, and a live job waits', async () => {
    const { held, row, decide } = await leftAlone('live-is-off', false);
    expect(await row()).toMatchObject({ step: 'submitted', test: false, error: null, held: { micros: 1000 } });
    const other = await leftAlone('live-is-off', false);
    const adopt = { action: 'adopt', ticket: 'the-job' };
    expect((await other.decide(adopt)).body).toMatchObject({ ticket: { id: 'the-job' } });
    expect(await other.row()).toBeUndefined();
    expect(await held()).toEqual({ used: 0, held: 2000 });
    expect((await decide({ action: 'charge' })).body).toMatchObject({ step: 'settled' });
    expect(await held()).toEqual({ used: 1000, held: 1000 });
    expect(await row()).toBeUndefined();
  });

  it('are listed when a node took them that has not their vendor', async () => {
    const { held, row, decide } = await leftAlone('key-is-gone', true);
    await current().composition.resume();
    await expect.poll(row, { timeout: 20_000 }).toMatchObject({ step: 'submitted', error: { code: 'in_doubt' } });
    expect((await decide({ action: 'release' })).body).toMatchObject({ step: 'released' });
    expect(await held()).toEqual({ used: 0, held: 0 });
  });
});
