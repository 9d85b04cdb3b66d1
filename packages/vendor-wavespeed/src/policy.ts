import type { VendorPolicy } from '@image-studio/core';

const day = 24 * 60 * 60_000;

/** How long WaveSpeed keeps predictions, uploads and outputs: seven days. */
export const retentionMs: number = 7 * day;

/** A job is in the history so soon after it arrived. */
export const listedWithinMs = 30_000;

/**
 * How WaveSpeed is treated. Its documentation asks for two seconds and more between checks of an image and five of a video; its own clients
 * ask every second. The first question comes after one second, since fast models are done by then, then 1.5, 2.25, 3.4 and at most 5 apart.
 * Once it is known how long a model takes, no question is asked before a job is likely to end, and then every quarter of a second.
 * A paid request is given up after 120 s, so after 150 it does not arrive any more. 20 jobs at once: the lowest account level runs two and lets the rest wait, the next 300.
 */
export const wavespeedPolicy: VendorPolicy = {
  poll: { firstMs: 1000, factor: 1.5, maxMs: 5000, closestMs: 250 },
  retentionMs,
  arrivesWithinMs: 120_000 + listedWithinMs,
  inDoubtAfterMs: retentionMs,
  concurrency: 20,
};
