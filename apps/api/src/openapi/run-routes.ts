import { specs } from '@image-studio/registry';
import * as z from 'zod';
import { runsQuery } from '../routes/runs.ts';
import { listAnswer, quoteAnswer, runAnswer } from './answers.ts';
import { operationSchema } from './json-schema.ts';
import type { RouteWords } from './route-words.ts';

const wait = z
  .string()
  .regex(/^wait=\d{1,3}$/)
  .optional()
  .describe('wait=N waits up to N seconds (300 at most) for the end');
const startHeaders = z.object({ prefer: wait, 'idempotency-key': z.string().min(1).max(255).optional() });

/** Bodies that work as they are, in test mode. */
const examples: Readonly<Record<string, unknown>> = {
  generate: { prompt: 'a harbour at dusk', model: 'qwen-image' },
  character: { prompt: 'at sea', references: ['asset_…'], consent: true },
  edit: { image: 'asset_…', prompt: 'make it dusk', model: 'qwen-edit' },
  upscale: { image: 'asset_…', scale: 2, model: 'local/lanczos3' },
  '3d': { prompt: 'a chair', model: 'hyper3d-rodin-v2-text-to-3d' },
  faceswap: { image: 'asset_…', face: 'asset_…' },
  translate: { image: 'asset_…', targetLanguage: 'no' },
  video: { image: 'asset_…', seconds: 5 },
};

const operations = Object.entries(specs).flatMap(([id, spec]): RouteWords[] => {
  const body = {
    'application/json': operationSchema(spec, 'json'),
    'multipart/form-data': operationSchema(spec, 'multipart'),
  };
  const common = { method: 'post', tag: 'operations', body, example: examples[id] } as const;
  return [
    {
      ...common,
      path: `/v1/${id}`,
      summary: `Start: ${id}. 201 ended, 202 going on, 200 the same Idempotency-Key again`,
      headers: startHeaders,
      answers: { 200: runAnswer, 201: runAnswer, 202: runAnswer },
      refusals: [400, 402, 404, 409, 413, 429, 503],
    },
    {
      ...common,
      path: `/v1/${id}/quote`,
      summary: `What ${id} would cost, and which model would be taken; holds nothing`,
      answers: { 200: quoteAnswer },
      refusals: [400, 402, 404, 413, 503],
    },
  ];
});

/** Operations and runs. */
export const runRouteWords: readonly RouteWords[] = [
  ...operations,
  {
    method: 'get',
    path: '/v1/runs',
    tag: 'runs',
    summary: 'Runs, newest first',
    query: runsQuery,
    answers: { 200: listAnswer(runAnswer) },
    refusals: [400],
  },
  {
    method: 'get',
    path: '/v1/runs/{id}',
    tag: 'runs',
    summary: 'A run as it stands',
    answers: { 200: runAnswer },
    refusals: [404],
  },
  {
    method: 'get',
    path: '/v1/runs/{id}/events',
    tag: 'runs',
    summary: 'Follow a run: events run.<state> with the run as data; 204 when Last-Event-ID names the end',
    headers: z.object({ 'last-event-id': z.string().optional() }),
    answers: { 200: 'text/event-stream', 204: null },
    refusals: [404, 503],
  },
  {
    method: 'post',
    path: '/v1/runs/{id}/cancel',
    tag: 'runs',
    summary: 'Stop what was not sent; what was sent is kept and charged',
    headers: z.object({ prefer: wait }),
    answers: { 200: runAnswer },
    refusals: [404, 503],
  },
  {
    method: 'delete',
    path: '/v1/runs/{id}',
    tag: 'runs',
    summary: 'Forget an ended run with its files; what it cost stays',
    answers: { 204: null },
    refusals: [404, 409],
  },
];
