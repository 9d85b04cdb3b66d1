import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import {
  BatchSpanProcessor,
  ConsoleSpanExporter,
  SimpleSpanProcessor,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace';

/** Where spans go. The exporter reads address, headers and time-outs from OpenTelemetry's own variables. */
export function createProcessor(exporter: 'otlp' | 'console'): SpanProcessor {
  return exporter === 'console'
    ? new SimpleSpanProcessor({ exporter: new ConsoleSpanExporter() })
    : new BatchSpanProcessor({ exporter: new OTLPTraceExporter() });
}
