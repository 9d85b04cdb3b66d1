import * as z from 'zod';
import { decision, reconciliationQuery } from '../routes/reconciliation.ts';
import { listAnswer, moneyAnswer } from './answers.ts';
import { jsonSchema } from './json-schema.ts';
import type { RouteWords } from './route-words.ts';

const callAnswer = z.looseObject({
  id: z.string(),
  object: z.literal('call'),
  runId: z.string(),
  account: z.string().nullable(),
  test: z.boolean(),
  step: z.string(),
  vendor: z.string(),
  model: z.string().nullable(),
  held: moneyAnswer,
});

/** The operator's routes about calls in doubt and calls that nobody drives. */
export const adminRouteWords: readonly RouteWords[] = [
  {
    method: 'get',
    path: '/v1/admin/reconciliation',
    tag: 'admin',
    access: 'admin',
    summary: 'Calls in doubt (did the vendor do and bill the work?) and calls that nobody drives, oldest first',
    query: reconciliationQuery,
    answers: { 200: listAnswer(callAnswer) },
    refusals: [400],
  },
  {
    method: 'post',
    path: '/v1/admin/reconciliation/{id}',
    tag: 'admin',
    access: 'admin',
    summary: 'Decide: adopt the vendor’s job, release the hold, or charge',
    body: { 'application/json': jsonSchema(decision) },
    example: { action: 'adopt', ticket: 'the-vendors-job-id' },
    answers: { 200: callAnswer },
    refusals: [400, 404, 409, 413],
  },
];
