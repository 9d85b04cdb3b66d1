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

const modelPaths = z.array(z.string());
const driftAnswer = z.looseObject({
  object: z.literal('alert'),
  kind: z.literal('catalogue_drift'),
  vendor: z.string(),
  added: modelPaths,
  removed: modelPaths,
  price: modelPaths,
  schema: modelPaths,
  since: z.iso.datetime(),
  at: z.iso.datetime(),
});

/** The operator's routes about alerts, calls in doubt and calls that nobody drives. */
export const adminRouteWords: readonly RouteWords[] = [
  {
    method: 'get',
    path: '/v1/admin/alerts',
    tag: 'admin',
    access: 'admin',
    summary: 'What the operator has to look at: a vendor’s catalogue that is not what the manifests say',
    answers: { 200: listAnswer(driftAnswer) },
  },
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
