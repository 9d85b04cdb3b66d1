import type { VendorPolicy } from '@image-studio/core';

const day = 24 * 60 * 60_000;

/** How long the one request may take: large pictures of high quality take minutes. */
export const paidMs = 300_000;

/**
 * How OpenAI is treated. It answers with the pictures themselves and keeps no list of what it made: a lost answer stays in doubt for
 * seven days and is then settled by policy. There is no job to ask for, so the times between questions mean nothing.
 */
export const openaiPolicy: VendorPolicy = {
  poll: { firstMs: 1000, factor: 1, maxMs: 1000 },
  retentionMs: 0,
  arrivesWithinMs: paidMs,
  inDoubtAfterMs: 7 * day,
  concurrency: 10,
};
