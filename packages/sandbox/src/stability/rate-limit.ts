/** Says whether a request of a key may pass; `now` in ms since the epoch. */
export type RateLimit = (apiKey: string, now: number) => boolean;

const most = 150;
const spanMs = 10_000;
const lockMs = 60_000;

interface Recent {
  readonly since: number;
  readonly count: number;
  readonly lockedUntil: number;
}

/** The vendor's limit: 150 requests of a key in ten seconds; one more, and it is locked out for a minute. */
export function createRateLimit(): RateLimit {
  const keys = new Map<string, Recent>();
  return (apiKey, now) => {
    const known = keys.get(apiKey) ?? { since: now, count: 0, lockedUntil: 0 };
    if (now < known.lockedUntil) return false;
    const fresh = now >= known.since + spanMs;
    const count = fresh ? 1 : known.count + 1;
    const passes = count <= most;
    keys.set(apiKey, {
      since: fresh ? now : known.since,
      count: passes ? count : 0,
      lockedUntil: passes ? 0 : now + lockMs,
    });
    return passes;
  };
}
