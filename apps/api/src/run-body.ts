import {
  type CallRow,
  errorOf,
  isAssetRef,
  type Json,
  type Run,
  type RunRow,
  type RunState,
  stateOf,
  usageOf,
  vendorOf,
  warningsOf,
} from '@image-studio/core';
import { fileFacts } from './asset-body.ts';
import type { Services } from './services.ts';

/** Money over HTTP. */
export const money = (micros: number) => ({ micros, currency: 'USD' });

/** A run as it is answered: see "HTTP API" in `docs/architecture.md`. */
export async function runBody(
  services: Services,
  { run, calls, files }: Run,
  links: string,
  { usage = true }: { readonly usage?: boolean } = {},
) {
  const { studios, clock } = services;
  const state = stateOf(calls);
  const used = calls.find(({ outcome }) => outcome === 'succeeded') ?? calls[0]!;
  const { model } = used.candidates[used.candidate]!;
  const ended = state === 'succeeded' || state === 'failed' || state === 'canceled';
  const finishedAt = ended ? Math.max(...calls.map((call) => call.finishedAt ?? run.createdAt)) : null;
  return {
    id: run.id,
    object: 'run',
    operation: run.operation,
    model,
    vendor: vendorOf(model),
    state,
    cancelRequested: run.cancelRequested,
    test: run.test,
    progress: progressOf(state, (run.test ? studios.test : studios.live)?.runs.progress(run.id)),
    input: inputBody(run.request),
    outputs: outputsOf(services, run, files, links),
    quote: { ...money(run.quote.micros), basis: run.quote.basis, lines: run.quote.lines },
    cost: ended ? money(sum(calls, 'costMicros')) : null,
    charge: ended ? money(sum(calls, 'chargeMicros')) : null,
    usage: ended && usage ? await usageOf(services, run, calls.flatMap(({ assets }) => assets).length) : null,
    error: state === 'succeeded' ? null : errorOf(calls),
    warnings: warningsOf(run, calls),
    createdAt: new Date(run.createdAt).toISOString(),
    finishedAt: finishedAt === null ? null : new Date(finishedAt).toISOString(),
    timings: { total: (finishedAt ?? clock.now()) - run.createdAt },
    metadata: run.metadata,
  };
}

function progressOf(state: RunState, here: { stage: string; fraction: number; message: string } | undefined) {
  if (state === 'queued' || state === 'running') return here ?? { stage: state, fraction: 0, message: '' };
  return { stage: state, fraction: 1, message: '' };
}

function outputsOf({ links, clock }: Services, run: RunRow, files: Run['files'], origin: string) {
  const scope = { account: run.account!, test: run.test };
  return files.map((file) => ({ ...fileFacts(file), url: `${origin}${links.sign(file.id, scope, clock.now())}` }));
}

/** Inputs as they were sent, files by their asset id. */
function inputBody(value: unknown): Json {
  if (isAssetRef(value)) return value.asset;
  if (Array.isArray(value)) return value.map(inputBody);
  if (typeof value !== 'object' || value === null) return (value ?? null) as Json;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inputBody(part)]));
}

function sum(calls: readonly CallRow[], field: 'costMicros' | 'chargeMicros'): number {
  return calls.reduce((total, call) => total + (call[field] ?? 0), 0);
}
