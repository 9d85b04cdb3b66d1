import * as z from 'zod';
import { limitField } from '../request-fields.ts';
import { moneyAnswer } from './answers.ts';

const text = z.string();
const time = z.iso.datetime();
const count = z.int().min(0);
const perhaps = text.nullable();
const subject = z.enum(['account', 'key', 'user']);
const stretch = z.strictObject({ startsAt: time, endsAt: time });

/** A meter in its period: outputs, runs, or micro-dollars for `spend` and `budget`. */
const meterAnswer = z.strictObject({
  meter: text,
  previous: count.describe('In the period before'),
  used: count,
  held: count.describe('Kept for open runs'),
  current: count.describe('As `used`'),
  max: count.nullable(),
  limit: count.nullable().describe('As `max`; null = unlimited'),
  total: count.describe('In all periods'),
  startsAt: time.nullable().describe('Null = for ever'),
  endsAt: time.nullable(),
});

/** The meters of an account. */
export const usageAnswer = z.strictObject({
  object: z.literal('usage'),
  test: z.boolean(),
  meters: z.array(meterAnswer),
});

/** How far an account, the key and a user may go. */
export const limitsAnswer = z.strictObject({
  object: z.literal('limits'),
  test: z.boolean(),
  active: z.boolean(),
  plan: z.strictObject({ id: text, name: text, markupBasisPoints: count }).nullable(),
  interval: z.enum(['monthly', 'yearly']),
  period: stretch.describe('What monthly limits count'),
  term: stretch.describe('What is paid for at once'),
  planEndsAt: time.nullable(),
  account: z.array(meterAnswer),
  key: z.array(meterAnswer),
  user: z.array(meterAnswer).optional(),
});

/** A limit that came to a share of itself. */
export const alertAnswer = z.strictObject({
  object: z.literal('alert'),
  id: text,
  test: z.boolean(),
  subject,
  subjectId: text,
  meter: text,
  threshold: z.literal([50, 80, 95, 100]).describe('Percent of the limit'),
  max: count,
  used: count,
  startsAt: time.nullable(),
  endsAt: time.nullable(),
  at: time,
});

/** An ended call, or a correction by the operator. */
export const usageEventAnswer = z.strictObject({
  object: z.literal('usage_event'),
  id: text,
  kind: z.enum(['call', 'refund', 'adjustment']),
  test: z.boolean(),
  runId: perhaps,
  callId: perhaps,
  user: perhaps,
  key: perhaps,
  operation: perhaps,
  vendor: perhaps,
  model: perhaps,
  catalogueDate: perhaps,
  outcome: z.enum(['succeeded', 'failed', 'canceled']).nullable(),
  errorCode: perhaps,
  count,
  quote: moneyAnswer,
  cost: moneyAnswer,
  charge: moneyAnswer.describe('Negative = given back'),
  inputBytes: count,
  outputBytes: count,
  consent: perhaps,
  reference: perhaps,
  reason: perhaps,
  heldAt: time.nullable(),
  submittedAt: time.nullable(),
  at: time,
  timings: z.strictObject({ total: z.number(), vendor: z.number().nullable() }).describe('In ms'),
});

/** Sums over a stretch of time. */
export const reportAnswer = z.strictObject({
  object: z.literal('report'),
  by: text,
  test: z.boolean(),
  from: time,
  until: time,
  data: z.array(
    z.strictObject({
      group: perhaps.describe('A day, an operation, …; null: events that have none'),
      calls: count,
      succeeded: count,
      count: count.describe('Outputs delivered'),
      cost: moneyAnswer,
      charge: moneyAnswer.describe('With corrections'),
    }),
  ),
});

/** A key, without the key itself. */
export const keyAnswer = z.strictObject({
  object: z.literal('key'),
  id: text,
  account: text,
  test: z.boolean(),
  name: text,
  ending: text.describe('Its last characters'),
  scopes: z.array(z.enum(['run', 'read', 'admin'])),
  createdAt: time,
  expiresAt: time.nullable(),
  revokedAt: time.nullable(),
});

/** A key that was just revoked. */
export const revokedKeyAnswer = z.strictObject({ object: z.literal('key'), id: text, revoked: z.literal(true) });

/** An account as its operator sees it. */
export const accountAnswer = z.strictObject({
  object: z.literal('account'),
  id: text,
  name: text,
  active: z.boolean(),
  plan: perhaps,
  interval: z.enum(['monthly', 'yearly']),
  createdAt: time,
  anchorAt: time.describe('Periods begin at this instant and its returns'),
  planEndsAt: time.nullable(),
  term: stretch,
});

/** A limit in place of the plan's. */
export const limitAnswer = z.strictObject({
  object: z.literal('limit').optional(),
  account: text,
  test: z.boolean(),
  subject,
  subjectId: text.optional(),
  meter: text,
  limit: limitField,
});

/** An end user of an account with the meters of its limits. */
export const userAnswer = z.strictObject({ object: z.literal('user'), id: text, meters: z.array(meterAnswer) });

/** What the vendor took beside what was booked. */
export const billingAnswer = z.strictObject({
  object: z.literal('reconciliation'),
  vendor: text,
  test: z.boolean(),
  from: time,
  until: time,
  compared: count,
  open: count.describe('Calls that have not ended: counted, not compared'),
  booked: moneyAnswer,
  billed: moneyAnswer,
  differences: z.array(
    z.strictObject({
      kind: z.enum(['billed', 'not_billed', 'unknown_job']),
      jobId: perhaps,
      callId: perhaps,
      runId: perhaps,
      account: perhaps,
      booked: moneyAnswer,
      billed: moneyAnswer,
    }),
  ),
});
