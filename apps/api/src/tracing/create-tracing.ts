import { ROOT_CONTEXT, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
  serviceNameEnvDetector,
} from '@opentelemetry/resources';
import {
  ParentBasedSampler,
  type SpanProcessor,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { createRunSpans } from './run-spans.ts';
import { createSpanIds } from './span-ids.ts';
import { contextOf, textOf } from './trace-context.ts';
import type { Tracing } from './tracing.ts';

/** Tracing by OpenTelemetry. `ratio` is the share of traces that is kept of those that begin here; a caller's decision is followed. */
export function createTracing(processor: SpanProcessor, ratio = 1): Tracing {
  const ids = createSpanIds();
  const sampler = new TraceIdRatioBasedSampler(ratio);
  const provider = new TracerProvider({
    idGenerator: ids,
    sampler: new ParentBasedSampler({ root: sampler }),
    spanProcessors: [processor],
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'image-studio' }))
      .merge(detectResources({ detectors: [envDetector, serviceNameEnvDetector] })),
  });
  const tracer = provider.getTracer('image-studio');
  return {
    runs: createRunSpans({ tracer, ids, sampler }),
    request: ({ method, traceparent }) => {
      const span = tracer.startSpan(
        method,
        { kind: SpanKind.SERVER, attributes: { 'http.request.method': method } },
        contextOf(traceparent) ?? ROOT_CONTEXT,
      );
      return {
        traceId: span.spanContext().traceId,
        traceparent: textOf(span.spanContext()),
        end: ({ route, status, runId, code }) => {
          span.updateName(`${method} ${route}`);
          span.setAttributes({ 'http.route': route, 'http.response.status_code': status });
          if (runId !== undefined) span.setAttribute('image_studio.run.id', runId);
          if (code !== undefined) span.setAttribute('error.type', code);
          if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    close: () => provider.shutdown(),
  };
}
