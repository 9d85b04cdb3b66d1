import * as z from 'zod';

const text = z.string();
const time = z.iso.datetime();
const count = z.int().min(0);

/** Money: whole millionths of a US dollar. */
export const moneyAnswer = z.object({ micros: z.int(), currency: z.literal('USD') });

/** A part of a price. */
export const priceLine = z.looseObject({ label: text, micros: z.int() });
const warning = z.looseObject({ code: text, message: text });
const fileFacts = {
  id: text,
  kind: z.enum(['image', 'video', 'audio', 'model3d']),
  mediaType: text,
  width: z.int().nullable(),
  height: z.int().nullable(),
  seconds: z.number().nullable(),
  scene: z.unknown().optional(),
  size: count,
  sha256: text.regex(/^[0-9a-f]{64}$/),
  url: text.describe('Opens the file for a day'),
};

/** A refusal (RFC 9457). */
export const problemAnswer = z.looseObject({
  type: text,
  title: text,
  status: z.int(),
  detail: text,
  hint: text.describe('What to do'),
  code: text,
  retryable: z.boolean(),
  billed: z.enum(['no', 'yes', 'unknown']),
  requestId: text,
  details: z.unknown().optional(),
});

/** A run as it stands. */
export const runAnswer = z.strictObject({
  id: text,
  object: z.literal('run'),
  operation: text,
  model: text,
  vendor: text,
  state: z.enum(['queued', 'running', 'succeeded', 'failed', 'canceled', 'in_doubt']),
  cancelRequested: z.boolean(),
  test: z.boolean(),
  progress: z.object({ stage: text, fraction: z.number().min(0).max(1), message: text }),
  input: z.unknown(),
  outputs: z.array(z.strictObject(fileFacts)),
  quote: moneyAnswer.extend({ basis: z.enum(['exact', 'bound']), lines: z.array(priceLine) }),
  cost: moneyAnswer.nullable().describe('What the vendor took; null until the end'),
  charge: moneyAnswer.nullable().describe('What the account pays; null until the end'),
  usage: z.object({ previous: count, held: count, current: count, limit: count.nullable(), total: count }).nullable(),
  error: z.looseObject({ code: text, message: text }).nullable(),
  warnings: z.array(warning),
  createdAt: time,
  finishedAt: time.nullable(),
  timings: z.object({ total: z.number() }),
  metadata: z.record(text, text),
});

/** A price before anything is held. */
export const quoteAnswer = z.strictObject({
  object: z.literal('quote'),
  operation: text,
  model: text,
  reason: text,
  price: moneyAnswer,
  basis: z.enum(['exact', 'bound']),
  lines: z.array(priceLine),
  warnings: z.array(warning),
  allowed: z.boolean().describe('Would a run be accepted now, as plan, limits and budget stand?'),
  refusal: z.looseObject({ code: text, message: text }).nullable().describe('Why not; null when it is allowed'),
  quoteId: text.describe('Named in the request, it holds no more than this price'),
  expiresAt: time,
});

/** A kept file. */
export const assetAnswer = z.strictObject({
  ...fileFacts,
  object: z.literal('asset'),
  test: z.boolean(),
  runId: text.nullable().describe('The run that made it; null for an input'),
  createdAt: time,
});

/** Where an account is told what happens. */
export const webhookAnswer = z.strictObject({
  id: text,
  object: z.literal('webhook'),
  url: text,
  events: z.array(text),
  active: z.boolean(),
  createdAt: time,
});

/** A webhook just made: the one time its secret is shown. */
export const newWebhookAnswer = webhookAnswer.extend({ secret: text.regex(/^whsec_/) });

/** An event on its way to a webhook. */
export const deliveryAnswer = z.strictObject({
  id: text,
  object: z.literal('delivery'),
  webhook: text,
  type: text,
  subject: text.nullable(),
  state: z.enum(['pending', 'delivered', 'failed']),
  attempts: z.array(z.strictObject({ at: time, status: z.int().nullable(), error: text.nullable() })),
  nextAttemptAt: time.nullable(),
  createdAt: time,
});

/** A page of a list. */
export function listAnswer(row: z.ZodType): z.ZodType {
  return z.looseObject({ object: z.literal('list'), data: z.array(row), nextCursor: text.nullable() });
}
