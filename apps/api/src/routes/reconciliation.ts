import { type CallRow, check, type Json, type Lease, StudioError, vendorOf } from '@image-studio/core';
import { withMarkup } from '@image-studio/core/memory';
import { Hono } from 'hono';
import * as z from 'zod';
import { requireAdmin } from '../auth.ts';
import { pageOf, pageQuery } from '../page-query.ts';
import { notFound } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { money } from '../run-body.ts';
import type { AppEnv, Services } from '../services.ts';

/** The query of `GET /v1/admin/reconciliation`. */
export const reconciliationQuery = z.strictObject(pageQuery);

/** What the operator decides about a call in doubt. */
export const decision = z.discriminatedUnion('action', [
  /** The vendor has the job: it is followed to its end. A text is the job's id. */
  z.strictObject({
    action: z.literal('adopt'),
    ticket: z.union([z.string().min(1).max(500), z.record(z.string(), z.unknown())]),
  }),
  /** The vendor never did it: the hold goes back. */
  z.strictObject({ action: z.literal('release') }),
  /**
   * The vendor took money and nothing can be had: `cost` in micro-dollars, by default as quoted; the account pays `charge`, by default the
   * cost with its plan's markup, at most what is held.
   */
  z.strictObject({ action: z.literal('charge'), cost: z.int().min(0).optional(), charge: z.int().min(0).optional() }),
]);

/** Long enough to write the decision down; whoever drove the call loses it at once. */
const leaseMs = 30_000;

/** A call that is due and without a lease for so long is driven by nobody: nodes prolong theirs many times meanwhile. */
const leftAfterMs = 10 * 60_000;

/** `/v1/admin/reconciliation`: calls in doubt or driven by nobody, and the operator's word about them. */
export function reconciliationRoutes(services: Services): Hono<AppEnv> {
  const admin = requireAdmin(services);
  const left = () => services.clock.now() - leftAfterMs;
  return new Hono<AppEnv>()
    .get('/v1/admin/reconciliation', admin, async (context) => {
      const { limit, cursor } = check(reconciliationQuery, context.req.query(), []);
      const page = pageOf(await services.doubtful.list({ limit: limit + 1, left: left(), after: cursor }), limit);
      return context.json({ ...page, data: page.data.map(doubtBody) });
    })
    .post('/v1/admin/reconciliation/:id', admin, async (context) => {
      const decided = check(decision, await readJson(context), []);
      const leaseUntil = services.clock.now() + leaseMs;
      const taken = await services.doubtful.take(context.req.param('id'), { left: left(), leaseUntil });
      if (!taken) throw notFound('call in doubt or left alone');
      await carryOut(services, taken, decided);
      const { runId, account, test } = taken.call;
      const found = await services.journal.getRun({ account, test }, runId);
      if (found && found.calls.every(({ finishedAt }) => finishedAt !== null))
        services.tracing.runs?.ended(found.run, found.calls);
      const call = found?.calls.find(({ id }) => id === taken.call.id) ?? taken.call;
      return context.json(doubtBody(call));
    });
}

async function carryOut(
  { ledger, journal, clock }: Services,
  { call, lease }: { readonly call: CallRow; readonly lease: Lease },
  decided: z.output<typeof decision>,
): Promise<void> {
  const at = clock.now();
  if (decided.action === 'adopt') {
    const { ticket: told } = decided;
    const ticket: Json = typeof told === 'string' ? { id: told } : (told as Json);
    const adopted = await journal.advance(lease, call.step, 'submitted', { ticket, dueAt: at, error: null });
    // Given back at once: the next node that looks follows the job.
    await journal.renew({ leases: [lease], leaseUntil: at });
    if (!adopted) throw new StudioError('conflict', 'Another call has this job of the vendor already');
    return;
  }
  const costMicros = (decided.action === 'charge' ? decided.cost : 0) ?? quotedFor(call);
  const ended =
    decided.action === 'release'
      ? await ledger.release(lease, { outcome: 'failed', error: told(call, 'The vendor never did the work', 'no'), at })
      : await ledger.settle(lease, {
          outcome: 'failed',
          count: 0,
          costMicros,
          chargeMicros: Math.min(
            decided.charge ?? withMarkup(costMicros, await markupOf(journal, call)),
            call.heldMicros,
          ),
          error: told(call, 'The vendor took money and nothing came of it', 'yes'),
          at,
        });
  if (!ended) throw new StudioError('conflict', 'The call was ended meanwhile');
}

const quotedFor = ({ candidates, candidate, heldMicros }: CallRow) => candidates[candidate]?.quoteMicros ?? heldMicros;

async function markupOf(journal: Services['journal'], call: CallRow): Promise<number> {
  return (await journal.getRun(call, call.runId))?.run.markupBasisPoints ?? 0;
}

function told({ runId }: CallRow, what: string, billed: 'no' | 'yes') {
  const message = `${what}, as the operator found out`;
  return new StudioError('vendor_unavailable', message, { billed, details: { runId } as never }).toJSON();
}

function doubtBody(call: CallRow) {
  const { id, runId, account, test, step, candidates, candidate, ticket, submittedAt, heldMicros, outcome, error } =
    call;
  const used = candidates[candidate];
  return {
    id,
    object: 'call',
    runId,
    account,
    test,
    step,
    vendor: vendorOf(used?.model ?? ''),
    model: used?.model ?? null,
    ticket,
    seed: used?.seed ?? null,
    held: money(heldMicros),
    submittedAt: submittedAt === null ? null : new Date(submittedAt).toISOString(),
    outcome,
    error,
  };
}
