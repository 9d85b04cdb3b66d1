import { newId } from '@image-studio/core';
import { delivered, leaseOf, noon, refused, reservationOf } from '@image-studio/core/contracts';
import { createStore, openDatabase } from '@image-studio/store';

// A process that reserves, settles and releases without end and says what was acknowledged, until it is killed.
const [place = '', isUrl = ''] = process.argv.slice(2);
const store = createStore(await openDatabase(isUrl === 'url' ? { url: place } : { folder: place }));
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
say({ ready: true });

async function work(worker: number): Promise<never> {
  for (let round = 0; ; round++) {
    const reservation = reservationOf({
      id: newId('run', noon),
      user: worker % 2 === 0 ? 'ada' : null,
      calls: 1 + (round % 2),
    });
    await store.ledger.reserve(reservation);
    say({ reserved: reservation.run.id });
    for (const [index, call] of reservation.calls.entries()) {
      if (index === 1 && round % 4 === 1) await store.ledger.release(leaseOf(call), refused);
      else await store.ledger.settle(leaseOf(call), delivered);
      say({ ended: call.id, run: call.runId });
    }
  }
}

await Promise.all(Array.from({ length: 8 }, (_, worker) => work(worker)));
