import * as z from 'zod';
import { modelQuery, modelsQuery } from '../routes/catalogue.ts';
import { listAnswer, priceLine } from './answers.ts';
import type { RouteWords } from './route-words.ts';

const text = z.string();
const micros = z.int().min(0);

/** A model: one row for each operation it serves. */
export const modelAnswer = z.strictObject({
  id: text,
  object: z.literal('model'),
  created: z.int().describe('`asOf` in seconds since the epoch, for OpenAI’s clients'),
  owned_by: text.describe('As `vendor`, for OpenAI’s clients'),
  operation: text,
  vendor: text,
  name: text,
  alias: text.nullable(),
  tier: z.enum(['free', 'budget', 'mid', 'premium']),
  kinds: z.array(text).describe('Kinds of edit'),
  capabilities: z.array(text),
  inputs: z.array(text).describe('What it takes'),
  needs: z.array(text).describe('What it cannot do without'),
  runnable: z.boolean(),
  reason: text.nullable().describe('Why it cannot be run'),
  price: z
    .strictObject({
      defaultMicros: micros.describe('The least request with the vendor’s defaults'),
      minMicros: micros.describe('The cheapest way to run it'),
      basis: z.enum(['exact', 'bound']),
      unit: text,
      lines: z.array(priceLine),
    })
    .nullable(),
  maxSide: z.int().nullable(),
  asOf: z.iso.date().describe('When its row was checked'),
  unverifiedSince: z.iso.date().nullable(),
  options: z.unknown().optional().describe('The model’s own parameters, as JSON Schema'),
  rule: z.unknown().optional().describe('How the price follows from a request'),
});

/** The models. */
export const catalogueRouteWords: readonly RouteWords[] = [
  {
    method: 'get',
    path: '/v1/models',
    tag: 'models',
    summary: 'The models that the key reaches, a row for each operation and id; all of them unless a limit is given',
    query: modelsQuery,
    answers: { 200: listAnswer(modelAnswer) },
    refusals: [400, 503],
  },
  {
    method: 'get',
    path: '/v1/models/{id}',
    tag: 'models',
    summary: 'A model by id or alias with its options and its price rule; data has its rows, one for each operation',
    query: modelQuery,
    answers: { 200: modelAnswer.extend({ data: z.array(modelAnswer) }) },
    refusals: [400, 404, 503],
  },
];
