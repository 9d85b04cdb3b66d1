import * as z from 'zod';
import { alertsQuery } from '../routes/alerts.ts';
import { newKey } from '../routes/keys.ts';
import { limitsQuery } from '../routes/limits.ts';
import { eventsQuery, reportQuery } from '../routes/usage.ts';
import { listAnswer } from './answers.ts';
import { jsonSchema } from './json-schema.ts';
import {
  alertAnswer,
  keyAnswer,
  limitsAnswer,
  reportAnswer,
  revokedKeyAnswer,
  usageAnswer,
  usageEventAnswer,
} from './ledger-answers.ts';
import type { RouteWords } from './route-words.ts';

/** What an account used, how far it may go, and its keys. */
export const accountRouteWords: readonly RouteWords[] = [
  {
    method: 'get',
    path: '/v1/usage',
    tag: 'usage',
    summary: 'The meters of the account in the current period',
    answers: { 200: usageAnswer },
  },
  {
    method: 'get',
    path: '/v1/usage/events',
    tag: 'usage',
    summary: 'Ended calls and corrections, newest first; all of them as CSV with format=csv or Accept: text/csv',
    query: eventsQuery,
    answers: { 200: listAnswer(usageEventAnswer) },
    refusals: [400],
  },
  {
    method: 'get',
    path: '/v1/usage/report',
    tag: 'usage',
    summary: 'Sums over a stretch of time, by default of the last 30 days',
    query: reportQuery,
    answers: { 200: reportAnswer },
    refusals: [400],
  },
  {
    method: 'get',
    path: '/v1/limits',
    tag: 'usage',
    summary: 'The plan and its period, and how far the account, this key and a user may go',
    query: limitsQuery,
    answers: { 200: limitsAnswer },
    refusals: [400],
  },
  {
    method: 'get',
    path: '/v1/alerts',
    tag: 'usage',
    summary: 'Limits that came to 50, 80, 95 or 100 percent, newest first; webhooks hear of them as alert.threshold',
    query: alertsQuery,
    answers: { 200: listAnswer(alertAnswer) },
    refusals: [400],
  },
  {
    method: 'get',
    path: '/v1/keys',
    tag: 'keys',
    summary: 'The account’s keys of this mode, revoked ones too; needs the scope admin',
    answers: { 200: listAnswer(keyAnswer) },
  },
  {
    method: 'post',
    path: '/v1/keys',
    tag: 'keys',
    summary: 'Make a key, shown once; budget in micro-dollars a calendar month. Needs the scope admin',
    body: { 'application/json': jsonSchema(newKey) },
    example: { name: 'the shop', scopes: ['run', 'read'], budget: 5_000_000 },
    answers: { 201: keyAnswer.extend({ key: z.string().describe('The key itself') }) },
    refusals: [400, 413],
  },
  {
    method: 'delete',
    path: '/v1/keys/{id}',
    tag: 'keys',
    summary: 'Revoke a key, on all nodes at once; needs the scope admin',
    answers: { 200: revokedKeyAnswer },
    refusals: [404],
  },
];
