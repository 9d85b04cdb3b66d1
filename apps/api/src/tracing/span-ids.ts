import { createHash } from 'node:crypto';
import { type IdGenerator, RandomIdGenerator } from '@opentelemetry/sdk-trace';

/** Ids of a trace and of a span in it. */
export interface TraceIds {
  readonly traceId: string;
  readonly spanId: string;
}

/** Random ids, but for spans that are begun with ids of their own. */
export interface SpanIds extends IdGenerator {
  /** Begins a span that gets these ids; its trace id only counts where it has no parent. */
  use<Begun>(ids: TraceIds, begin: () => Begun): Begun;
}

/** A generator that can be told the ids of a span. A span is begun without waiting, so no other comes between. */
export function createSpanIds(): SpanIds {
  const random = new RandomIdGenerator();
  let told: TraceIds | undefined;
  return {
    use: (ids, begin) => {
      told = ids;
      try {
        return begin();
      } finally {
        told = undefined;
      }
    },
    generateSpanId: () => told?.spanId ?? random.generateSpanId(),
    generateTraceId: () => told?.traceId ?? random.generateTraceId(),
  };
}

/** The ids that follow from a run's id: every process that drives a run knows them. */
export function idsOfRun(runId: string): TraceIds {
  const digest = createHash('sha256').update(runId).digest('hex');
  return { traceId: digest.slice(0, 32), spanId: digest.slice(32, 48) };
}
