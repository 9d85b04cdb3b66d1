import { StudioError } from '../errors/studio-error.ts';
import { release } from './drive-failure.ts';
import { backoffMs, candidateOf, type Drive, leaseKey, providerOf } from './drive.ts';
import { settle } from './drive-settle.ts';
import type { CallRow } from './journal.ts';
import { canonicalJson } from './json.ts';
import type { FoundJob } from './provider.ts';
import { traceStep } from './trace.ts';

/** How far our clock and the vendor's are looked past. */
const skewMs = 15_000;

/**
 * `in_doubt`: looks for evidence. A unique match in the vendor's history is adopted; a complete history without one means the
 * request never arrived; without evidence the hold stays until the vendor's `inDoubtAfterMs`, then the quote is charged.
 */
export async function doReconcile(drive: Drive, call: CallRow): Promise<CallRow | undefined> {
  const { clock } = drive.parts;
  const provider = providerOf(drive, call);
  const since = call.submittedAt ?? drive.run.createdAt;
  let dueAt = call.dueAt;
  for (let look = 1; !drive.stop.aborted; look++) {
    await drive.schedule.until(leaseKey(call), dueAt, look > 1);
    if (drive.stop.aborted) break;
    const found = await evidence(drive, call);
    if (found?.adopt !== undefined) {
      const adopted = await adopt(drive, call, found.adopt);
      if (adopted) return adopted;
    }
    if (found?.neverArrived) return release(drive, call, 'failed', neverArrived());
    if (clock.now() > since + provider.policy.inDoubtAfterMs) {
      const error = { ...call.error!, billed: 'unknown' as const };
      return settle(drive, call, { outcome: 'failed', count: 0, costMicros: candidateOf(call).quoteMicros, error });
    }
    drive.rest(call);
    dueAt = clock.now() + backoffMs(drive, look);
  }
  return call;
}

async function evidence(
  drive: Drive,
  call: CallRow,
): Promise<{ adopt?: FoundJob; neverArrived?: boolean } | undefined> {
  const { clock } = drive.parts;
  const provider = providerOf(drive, call);
  if (!provider.find || !call.sent || call.submittedAt === null) return undefined;
  const { arrivesWithinMs } = provider.policy;
  // Both from before the look. A wall clock that jumped forward, or another node's, would call late what is still on its way; one that went back
  // would look at a stretch of time before the job.
  const until = clock.now();
  const waited = clock.monotonic() - drive.sent.at;
  const window = { from: call.submittedAt - skewMs, until };
  const sent = { endpoint: candidateOf(call).endpoint, body: call.sent };
  const history = await provider.find(sent, window, { signal: drive.stop }).catch(() => undefined);
  if (!history) return undefined;
  const matches = history.candidates.filter(({ inputs }) => carries(inputs, call.sent!));
  if (matches.length === 1) return { adopt: matches[0]! };
  // A job listed without its inputs might be ours: then the history proves nothing.
  const telling = history.candidates.every(({ inputs }) => typeof inputs === 'object' && inputs !== null);
  const late = until > call.submittedAt + arrivesWithinMs && waited > arrivesWithinMs;
  return { neverArrived: matches.length === 0 && history.complete && telling && late };
}

/** Undefined when another call owns that job: then it is no evidence for this one. */
async function adopt(drive: Drive, call: CallRow, { ticket }: FoundJob): Promise<CallRow | undefined> {
  const lease = { callId: call.id, leaseToken: call.leaseToken };
  const patch = { ticket, dueAt: drive.parts.clock.now(), error: null };
  const moved = await drive.parts.journal.advance(lease, call.step, 'submitted', patch);
  if (!moved) return undefined;
  const adopted = { ...call, step: 'submitted', ...patch } as const;
  traceStep(drive, call.step, adopted);
  return adopted;
}

/** Has the job every input that was sent, with the same value? Vendors add their defaults beside them. */
function carries(inputs: unknown, sent: Readonly<Record<string, unknown>>): boolean {
  if (typeof inputs !== 'object' || inputs === null) return false;
  const given = inputs as Readonly<Record<string, unknown>>;
  return Object.entries(sent).every(([name, value]) => canonicalJson(given[name]) === canonicalJson(value));
}

function neverArrived() {
  return new StudioError(
    'vendor_unavailable',
    'The request never reached the vendor, as its history shows; nothing was charged',
  ).toJSON();
}
