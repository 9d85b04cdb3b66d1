import * as z from 'zod';
import { accountChange, modeQuery, newAccount, newLimit } from '../routes/admin-accounts.ts';
import { adjustmentFields, billingQuery, refundFields } from '../routes/admin-corrections.ts';
import { keyOwner, operatorsKey, planFields } from '../routes/admin.ts';
import { listAnswer } from './answers.ts';
import { jsonSchema } from './json-schema.ts';
import {
  accountAnswer,
  billingAnswer,
  keyAnswer,
  limitAnswer,
  revokedKeyAnswer,
  usageEventAnswer,
  userAnswer,
} from './ledger-answers.ts';
import type { RouteWords } from './route-words.ts';

const admin = { tag: 'admin', access: 'admin' } as const;
const accounts = '/v1/admin/accounts';
const planAnswer = planFields.extend({ object: z.literal('plan'), id: z.string() });
const newKeyAnswer = keyAnswer
  .pick({ object: true, id: true, account: true, test: true })
  .extend({ key: z.string().describe('The key itself') });

/** The operator's accounts, their limits, users and keys, corrections of what they paid, and the plans. */
export const adminAccountRouteWords: readonly RouteWords[] = [
  {
    ...admin,
    method: 'post',
    path: accounts,
    summary: 'Make an account; without a plan it has only the limits that are set for it',
    body: { 'application/json': jsonSchema(newAccount) },
    example: { id: 'acme', name: 'Acme', plan: 'basic', interval: 'monthly' },
    answers: { 201: accountAnswer },
    refusals: [400, 404, 409, 413],
  },
  {
    ...admin,
    method: 'get',
    path: accounts,
    summary: 'All accounts, oldest first',
    answers: { 200: listAnswer(accountAnswer) },
  },
  {
    ...admin,
    method: 'get',
    path: `${accounts}/{id}`,
    summary: 'An account',
    answers: { 200: accountAnswer },
    refusals: [404],
  },
  {
    ...admin,
    method: 'patch',
    path: `${accounts}/{id}`,
    summary: 'Change plan, interval or anchor, or switch it off (active: false)',
    body: { 'application/json': jsonSchema(accountChange) },
    example: { plan: 'pro' },
    answers: { 200: accountAnswer },
    refusals: [400, 404, 413],
  },
  {
    ...admin,
    method: 'get',
    path: `${accounts}/{id}/limits`,
    summary: 'The limits that were set in place of the plan’s',
    query: modeQuery,
    answers: { 200: listAnswer(limitAnswer) },
    refusals: [400, 404],
  },
  {
    ...admin,
    method: 'put',
    path: `${accounts}/{id}/limits`,
    summary: 'Set a limit of the account, or of one of its keys or users',
    body: { 'application/json': jsonSchema(newLimit) },
    example: { test: false, meter: 'budget', limit: { max: 50_000_000 } },
    answers: { 200: limitAnswer },
    refusals: [400, 404, 413],
  },
  {
    ...admin,
    method: 'get',
    path: `${accounts}/{id}/users`,
    summary: 'The account’s end users and how they stand',
    query: modeQuery,
    answers: { 200: listAnswer(userAnswer) },
    refusals: [400, 404],
  },
  {
    ...admin,
    method: 'post',
    path: `${accounts}/{id}/refunds`,
    summary: 'Give back part of what a call was charged; the same reference does it once',
    body: { 'application/json': jsonSchema(refundFields) },
    example: { callId: 'call_…', micros: 10_000, reference: 'ticket 17', reason: 'a bad picture' },
    answers: { 201: usageEventAnswer },
    refusals: [400, 404, 409, 413],
  },
  {
    ...admin,
    method: 'post',
    path: `${accounts}/{id}/adjustments`,
    summary: 'Charge an account, or with negative micros credit it; the same reference does it once',
    body: { 'application/json': jsonSchema(adjustmentFields) },
    example: { micros: -500_000, reference: 'ticket 18', reason: 'for the wait' },
    answers: { 201: usageEventAnswer },
    refusals: [400, 404, 409, 413],
  },
  {
    ...admin,
    method: 'get',
    path: '/v1/admin/keys',
    summary: 'The keys of an account, revoked ones too',
    query: keyOwner,
    answers: { 200: listAnswer(keyAnswer) },
    refusals: [400],
  },
  {
    ...admin,
    method: 'post',
    path: '/v1/admin/keys',
    summary: 'Make a key for an account, shown once; the account is made when there is none',
    body: { 'application/json': jsonSchema(operatorsKey) },
    example: { account: 'acme', test: false, name: 'the shop' },
    answers: { 201: newKeyAnswer },
    refusals: [400, 413],
  },
  {
    ...admin,
    method: 'delete',
    path: '/v1/admin/keys/{id}',
    summary: 'Revoke a key of an account',
    query: keyOwner,
    answers: { 200: revokedKeyAnswer },
    refusals: [400, 404],
  },
  {
    ...admin,
    method: 'get',
    path: '/v1/admin/plans',
    summary: 'The plans, lowest first',
    answers: { 200: listAnswer(planAnswer) },
  },
  {
    ...admin,
    method: 'put',
    path: '/v1/admin/plans/{id}',
    summary: 'Make a plan or replace it, for all who have it at once',
    body: { 'application/json': jsonSchema(planFields) },
    example: {
      name: 'Team',
      rank: 25,
      markupBasisPoints: 1200,
      limits: { edit: { max: 1000 }, spend: { max: 50_000_000 } },
    },
    answers: { 200: planAnswer },
    refusals: [400, 413],
  },
  {
    ...admin,
    method: 'get',
    path: '/v1/admin/billing',
    summary: 'What WaveSpeed took beside what was booked, by default in the last day',
    query: billingQuery,
    answers: { 200: billingAnswer },
    refusals: [400, 503],
  },
];
