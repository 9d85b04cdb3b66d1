import { type Context, ROOT_CONTEXT, type SpanContext, trace } from '@opentelemetry/api';

const pattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** What a W3C `traceparent` names, as a parent for spans; undefined for none and for what is no trace context. */
export function contextOf(traceparent: string | null | undefined): Context | undefined {
  const [, traceId = '', spanId = '', flags = '0'] = pattern.exec(traceparent ?? '') ?? [];
  if (/^0*$/.test(traceId) || /^0*$/.test(spanId)) return undefined;
  return parentOf({ traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true });
}

/** A context whose spans have this parent. */
export function parentOf(parent: SpanContext): Context {
  return trace.setSpanContext(ROOT_CONTEXT, parent);
}

/** A span as W3C `traceparent`. */
export function textOf({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}
