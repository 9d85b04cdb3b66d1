import { delivered, leaseOf, noon, reservationOf } from '@image-studio/core/contracts';
import type { Store } from '@image-studio/store';

/** How fast something went. */
export interface Rate {
  readonly perSecond: number;
  /** Milliseconds that one took, the middle and the slow end. */
  readonly p50: number;
  readonly p99: number;
}

/** Does a task again and again with so many under way, for so long after a warm-up. */
export async function rateOf(
  task: (worker: number) => Promise<unknown>,
  { inFlight, ms, warmUpMs = ms / 4 }: { readonly inFlight: number; readonly ms: number; readonly warmUpMs?: number },
): Promise<Rate> {
  const began = performance.now();
  const took: number[] = [];
  const work = async (worker: number) => {
    for (;;) {
      const from = performance.now();
      if (from > began + warmUpMs + ms) return;
      await task(worker);
      if (from >= began + warmUpMs) took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, worker) => work(worker)));
  const seconds = (performance.now() - began - warmUpMs) / 1000;
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN;
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99) };
}

/** The accounts that pairs are spread over, one a worker up to so many. */
export const accountIds = (count: number) => Array.from({ length: count }, (_, index) => `account-${index}`);

/** Makes accounts with limits that never refuse. */
export async function makeAccounts({ accounts }: Store, ids: readonly string[]): Promise<void> {
  for (const account of ids) {
    await accounts.create({ id: account, createdAt: noon });
    for (const meter of ['edit', 'spend'])
      await accounts.setLimit({ account, test: true, subject: 'account', meter, limit: { max: 1e15 } });
  }
}

/** One pair: a run of one call is reserved and settled. */
export function pairOn({ ledger }: Store, ids: readonly string[]) {
  return async (worker: number): Promise<void> => {
    const account = ids[worker % ids.length] ?? '';
    const reservation = reservationOf({ account, idempotencyKey: crypto.randomUUID() });
    await ledger.reserve(reservation);
    await ledger.settle(leaseOf(reservation.calls[0]), { ...delivered, at: noon });
  };
}
