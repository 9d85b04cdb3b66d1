import type { VendorPolicy } from '@image-studio/core';

/** The longest a paid request may take: the picture comes with its answer. Milliseconds. */
export const paidMs = 180_000;

const day = 24 * 60 * 60_000;

/**
 * How Stability is treated. It asks not to be asked for a result more often than every ten seconds and keeps results for 24 hours. It has
 * no history to look a lost request up in, so a doubtful call waits a week for the operator. Twenty requests at once stay far below its limit of 150 in ten seconds.
 */
export const stabilityPolicy: VendorPolicy = {
  poll: { firstMs: 10_000, factor: 1, maxMs: 10_000 },
  retentionMs: day,
  arrivesWithinMs: paidMs,
  inDoubtAfterMs: 7 * day,
  concurrency: 20,
};
