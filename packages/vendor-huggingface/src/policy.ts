import type { VendorPolicy } from '@image-studio/core';

const day = 24 * 60 * 60_000;

/**
 * How Hugging Face is treated. Its own client asks a queued job every 500 ms; we ask so first and then ever more rarely. Files of the fal
 * route stay for thirty days, but how long the router answers for a job is not documented: a day. No listing of jobs exists, so a
 * request without an answer stays in doubt until the operator or this policy decides. New accounts of fal run two jobs at once and let the
 * rest wait, which costs nothing.
 */
export const huggingfacePolicy: VendorPolicy = {
  poll: { firstMs: 500, factor: 1.5, maxMs: 5000 },
  retentionMs: day,
  arrivesWithinMs: 150_000,
  inDoubtAfterMs: 7 * day,
  concurrency: 10,
};
