import { type Clock, newId } from '@image-studio/core';
import type { Statistics } from '@image-studio/store';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CatalogueDrift } from './catalogue-drift.ts';

/** Counts what happens and writes it for Prometheus. */
export interface Metrics {
  /** Notes a request that was answered; `route` is the pattern, not the path. */
  request(answered: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  }): void;
  /** Notes how the vendor's catalogue differs from the manifests; undefined = not at all. */
  catalogue(drift: CatalogueDrift | undefined): void;
  /** All figures as Prometheus reads them. */
  text(): Promise<string>;
  readonly contentType: string;
}

const sameCatalogue: CatalogueDrift = { added: [], removed: [], price: [], schema: [] };

/** Events are counted when they are so old that none can be written before them any more. */
const settledMs = 5_000;

/**
 * Figures of this process (requests, memory) and of the installation (calls, money), which every node tells alike: take the largest, not
 * the sum. Totals begin at 0 with the process.
 */
export function createMetrics(statistics: Statistics, clock: Clock): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers });
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers });
  const requests = new Histogram({
    name: 'image_studio_http_request_seconds',
    help: 'Time to the head of an answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.01, 0.05, 0.25, 1, 5, 30, 120],
    registers,
  });
  const open = gauge('image_studio_calls_open', 'Calls that have not ended', ['vendor', 'step', 'test']);
  const waiting = gauge('image_studio_calls_waiting', 'Calls that are due and that nobody works on');
  const doubt = gauge('image_studio_calls_in_doubt', 'Calls in doubt: see /v1/admin/reconciliation', ['test']);
  const held = gauge('image_studio_held_micros', 'Micro-dollars held by open calls', ['test']);
  const webhooks = gauge('image_studio_webhooks_pending', 'Webhook deliveries still to be made');
  const removals = gauge('image_studio_removals_pending', 'Files and jobs still to be removed');
  const drifted = gauge('image_studio_catalogue_drift', 'Models that differ from the catalogue of the vendor', [
    'what',
  ]);
  const labels = ['vendor', 'operation', 'test', 'outcome'];
  const ended = counter('image_studio_calls_ended_total', 'Calls that ended', labels);
  const seconds = counter('image_studio_call_seconds_total', 'Seconds from sending a call to its end', labels);
  const cost = counter('image_studio_cost_micros_total', 'Micro-dollars the vendors took', labels);
  const charge = counter('image_studio_charge_micros_total', 'Micro-dollars the accounts were charged', labels);
  let last = newId('event', clock.now());
  let reading: Promise<void> | undefined;

  async function read(): Promise<void> {
    const now = clock.now();
    const standing = await statistics.standing(now);
    for (const one of [open, doubt, held]) one.reset();
    for (const { vendor, step, test, count } of standing.calls) {
      open.set({ vendor, step, test: String(test) }, count);
      if (step === 'in_doubt') doubt.inc({ test: String(test) }, count);
    }
    for (const { test, micros } of standing.held) held.set({ test: String(test) }, micros);
    waiting.set(standing.waiting);
    webhooks.set(standing.webhooksPending);
    removals.set(standing.removalsPending);
    const news = await statistics.ended(last, now - settledMs);
    last = news.last;
    for (const { vendor, operation, test, outcome, ...sums } of news.sums) {
      const what = { vendor, operation, test: String(test), outcome };
      ended.inc(what, sums.count);
      seconds.inc(what, sums.seconds);
      cost.inc(what, sums.costMicros);
      charge.inc(what, sums.chargeMicros);
    }
  }

  return {
    request: ({ method, route, status, seconds: took }) =>
      requests.observe({ method, route, status: String(status) }, took),
    catalogue: (drift = sameCatalogue) => {
      for (const [what, ids] of Object.entries(drift)) drifted.set({ what }, (ids as readonly string[]).length);
    },
    text: async () => {
      // Two readers at once share one reading, so that nothing is counted twice.
      await (reading ??= read().finally(() => (reading = undefined)));
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
