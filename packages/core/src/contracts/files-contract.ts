import { expect, test } from 'vitest';

import type { AssetRecord } from '../run/ports.ts';
import { acme, delivered, leaseOf, noon, refused, reservationOf, type StoreUnderTest } from './ledger-rows.ts';

/** The part of the ledger's contract about the files that a call delivers: recorded with its end, or not at all. */
export function filesContract(current: () => StoreUnderTest): void {
  async function reserve(calls = 1) {
    const reservation = reservationOf({ calls, outputs: 2 });
    await current().ledger.reserve(reservation);
    return reservation;
  }

  test('records what was delivered with the end of the call, in its order, for its account and mode', async () => {
    const { ledger, journal } = current();
    const { run, calls } = await reserve(2);
    const picture = file(run.id, 'picture', { mediaType: 'image/png', width: 640, height: 480 });
    const video = file(run.id, 'video', { kind: 'video', mediaType: 'video/mp4', size: 5_000_000_000, seconds: 2.5 });
    const scene = { meshes: 1, triangles: 12, size: { x: 1, y: 0.5, z: 2 } };
    const object = file(run.id, 'object', { kind: 'model3d', mediaType: 'model/gltf-binary', scene });
    await ledger.settle(leaseOf(calls[1]), { ...delivered, files: [object] });
    await ledger.settle(leaseOf(calls[0]), { ...delivered, count: 2, files: [video, picture] });
    const [found] = await journal.listRuns(acme, { limit: 1 });
    expect(found).toEqual(await journal.getRun(acme, run.id));
    expect(found?.calls.map(({ assets }) => assets)).toEqual([[video.id, picture.id], [object.id]]);
    expect(found?.files).toEqual([video, picture, object]);
    expect(await journal.getAsset(acme, video.id)).toEqual(video);
    for (const scope of [
      { account: 'other', test: true },
      { account: 'acme', test: false },
    ])
      expect(await journal.getAsset(scope, video.id)).toBeUndefined();
  });

  test('writes what the answer told with the end of the call, and leaves what it does not speak of', async () => {
    const { ledger, journal } = current();
    const { run, calls } = await reserve(2);
    const told = { ticket: { id: 'job-1' }, reported: { costMicros: 950, seed: 7 } };
    for (const call of calls) {
      const ticket = { id: `job of ${call.id}` };
      await journal.advance(leaseOf(call), 'reserved', 'submitted', { ticket, reported: { seed: 3 } });
    }
    await ledger.settle(leaseOf(calls[0]), { ...delivered, answer: told });
    await ledger.settle(leaseOf(calls[1]), { ...delivered, answer: { reported: null } });
    const found = await journal.getRun(acme, run.id);
    expect(found?.calls[0]).toMatchObject(told);
    expect(found?.calls[1]).toMatchObject({ ticket: { id: `job of ${calls[1]?.id}` }, reported: null });
  });

  test('records nothing of a call that another has, or that has ended', async () => {
    const { ledger, journal } = current();
    const { run, calls } = await reserve();
    const lease = leaseOf(calls[0]);
    const settlement = { ...delivered, files: [file(run.id, 'late')] };
    expect(await ledger.settle({ ...lease, leaseToken: 9 }, settlement)).toBe(false);
    expect(await ledger.release(lease, refused)).toBe(true);
    expect(await ledger.settle(lease, settlement)).toBe(false);
    expect(await journal.getAsset(acme, settlement.files[0]!.id)).toBeUndefined();
    expect((await journal.getRun(acme, run.id))?.files).toEqual([]);
  });
}

function file(runId: string, name: string, facts: Partial<AssetRecord> = {}): AssetRecord {
  const unknown = { width: null, height: null, seconds: null, scene: null };
  const place = { id: `asset_${name}`, key: `${runId}/${name}`, ...acme, runId, createdAt: noon };
  return { ...place, kind: 'image', mediaType: 'image/webp', size: 7, sha256: 'ab', ...unknown, ...facts };
}
