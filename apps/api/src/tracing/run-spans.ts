import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer,
} from '@opentelemetry/api';
import { errorOf, type RunRow, stateOf, type Trace } from '@image-studio/core';
import { type Sampler, SamplingDecision } from '@opentelemetry/sdk-trace';
import { runAttributes, stepAttributes } from './run-attributes.ts';
import { idsOfRun, type SpanIds, type TraceIds } from './span-ids.ts';
import { contextOf, parentOf } from './trace-context.ts';

/** What spans of runs are made with. */
export interface RunSpanParts {
  readonly tracer: Tracer;
  readonly ids: SpanIds;
  /** Decides about runs that nobody's trace asked for. */
  readonly sampler: Sampler;
}

/**
 * One span for each run, with a child for each step. The run's span id follows from the run's id, and its trace is the one that is kept
 * with the run: whichever process ends the run writes that one span, and the steps of all processes are its children.
 */
export function createRunSpans({ tracer, ids, sampler }: RunSpanParts): Trace {
  function runContext(run: RunRow): Context {
    const { traceId: ownTraceId, spanId } = idsOfRun(run.id);
    const asked = trace.getSpanContext(contextOf(run.traceparent) ?? ROOT_CONTEXT);
    const traceId = asked?.traceId ?? ownTraceId;
    const traceFlags = asked?.traceFlags ?? (isKept(sampler, traceId) ? TraceFlags.SAMPLED : TraceFlags.NONE);
    return parentOf({ traceId, spanId, traceFlags, isRemote: true });
  }

  function write(name: string, context: Context, span: SpanFacts): void {
    const { from: startTime, until, attributes, code, own } = span;
    const begin = () => tracer.startSpan(name, { startTime, attributes }, context);
    const begun = own ? ids.use(own, begin) : begin();
    if (code !== undefined)
      begun.setAttribute('error.type', code).setStatus({ code: SpanStatusCode.ERROR, message: code });
    begun.end(until);
  }

  return {
    step: ({ run, name, from, until, call, error, putDown }) => {
      const attributes = stepAttributes(run, call, putDown);
      write(name, runContext(run), { from, until, attributes, code: error?.code });
    },
    ended: (run, calls) => {
      const state = stateOf(calls);
      write(`run ${run.operation}`, contextOf(run.traceparent) ?? ROOT_CONTEXT, {
        own: idsOfRun(run.id),
        from: run.createdAt,
        until: Math.max(...calls.map(({ finishedAt }) => finishedAt ?? run.createdAt)),
        attributes: runAttributes(run, calls),
        code: state === 'failed' ? errorOf(calls)?.code : undefined,
      });
    },
  };
}

interface SpanFacts {
  readonly own?: TraceIds;
  readonly from: number;
  readonly until: number;
  readonly attributes: Attributes;
  readonly code: string | undefined;
}

function isKept(sampler: Sampler, traceId: string): boolean {
  const { decision } = sampler.shouldSample(ROOT_CONTEXT, traceId, '', 0, {}, []);
  return decision === SamplingDecision.RECORD_AND_SAMPLED;
}
