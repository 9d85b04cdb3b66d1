import { type CallRow, type Clock, type Journal, type Progress, vendorOf } from '@image-studio/core';
import type { Signals } from '@image-studio/store';
import type { Vendors } from '@image-studio/studio';
import { verifyWebhook } from '@image-studio/vendor-wavespeed';

/** A vendor's callback as it came in. */
export interface Callback {
  readonly headers: Headers;
  readonly rawBody: Uint8Array;
  readonly now: number;
}

/** Checks who sent a callback. Throws `unauthorized` or `invalid_request`. */
export type CheckCallback = (callback: Callback) => Promise<Progress>;

/** What a callback leads to. */
export interface CallbackParts {
  readonly journal: Journal;
  readonly signals: Signals;
  readonly clock: Clock;
  /** Wakes the call where this process drives it. */
  readonly wake: (call: CallRow) => Promise<boolean>;
  readonly checkOf: (test: boolean, vendor: string) => CheckCallback | undefined;
}

/** What became of a callback. */
export type CallbackOutcome = 'woken' | 'ignored';

/** Longer than the age up to which a signature is accepted. */
const rememberedMs = 15 * 60_000;
const mostRemembered = 10_000;

/** Answers vendors' callbacks. What they say is not believed: the call they name is only asked for at once. */
export function createCallbacks({ journal, signals, clock, wake, checkOf }: CallbackParts) {
  const seen = new Map<string, number>();

  function isRepeat(mark: string, now: number): boolean {
    for (const [old, at] of seen) {
      if (seen.size < mostRemembered && now - at < rememberedMs) break;
      seen.delete(old);
    }
    const repeat = seen.has(mark);
    if (!repeat) seen.set(mark, now);
    return repeat;
  }

  /** A token nobody knows (any more) is no fault of the vendor. Throws `unauthorized` for a forged or old callback. */
  return async (vendor: string, token: string, headers: Headers, rawBody: Uint8Array): Promise<CallbackOutcome> => {
    const call = await journal.findByToken(token);
    const check = call && vendorNow(call) === vendor ? checkOf(call.test, vendor) : undefined;
    if (!call || !check) return 'ignored';
    const now = clock.now();
    const progress = await check({ headers, rawBody, now });
    const mark = [token, headers.get('webhook-id'), headers.get('webhook-signature')].join(' ');
    if (progress.state === 'pending' || isRepeat(mark, now)) return 'ignored';
    if (!(await wake(call))) await signals.send({ kind: 'wake', token });
    return 'woken';
  };
}

/** The checks of the vendors that call back. A vendor's secret is asked for once, and again after a check failed. */
export function callbackChecks(vendors: Vendors | undefined): Readonly<Record<string, CheckCallback>> {
  const wavespeed = vendors?.wavespeed;
  if (!wavespeed) return {};
  let secret: Promise<string> | undefined;
  return {
    wavespeed: async (callback) => {
      secret ??= wavespeed.webhookSecret();
      try {
        return verifyWebhook({ ...callback, secret: await secret });
      } catch (error) {
        secret = undefined;
        throw error;
      }
    },
  };
}

function vendorNow({ candidates, candidate }: CallRow): string {
  return vendorOf(candidates[candidate]?.model ?? '');
}
