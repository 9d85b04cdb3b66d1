import type { Config } from '../config.ts';
import { noTracing, type Tracing } from './tracing.ts';

/** Tracing as configured. Nothing of OpenTelemetry is loaded while it is off. */
export async function openTracing({ exporter, ratio }: Config['tracing']): Promise<Tracing> {
  if (exporter === 'none') return noTracing;
  const [{ createTracing }, { createProcessor }] = await Promise.all([
    import('./create-tracing.ts'),
    import('./create-processor.ts'),
  ]);
  return createTracing(createProcessor(exporter), ratio);
}
