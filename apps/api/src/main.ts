import { systemClock } from '@image-studio/core';
import { pino } from 'pino';
import { banner } from './banner.ts';
import { readConfig } from './config.ts';
import { localTestKey } from './local-key.ts';
import { serve } from './serve.ts';
import { openTracing } from './tracing/open-tracing.ts';

try {
  const config = readConfig(process.env);
  const logger = pino({ level: process.env['LOG_LEVEL'] ?? 'warn' });
  const tracing = await openTracing(config.tracing);
  const server = await serve(config, { clock: systemClock, logger, tracing });
  const { services, newAdminKey } = server.composition;
  const live = services.studios.live !== undefined;
  if (config.role === 'worker')
    process.stdout.write(`Image Studio works here; its health is at ${server.url}/health\n`);
  else {
    const key = await localTestKey(services, config.dataFolder);
    process.stdout.write(banner({ url: server.url, key, adminKey: newAdminKey, live }));
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.close().then(() => process.exit(0)));
} catch (error) {
  process.stderr.write(`\n${explain(error)}\n`);
  process.exit(1);
}

/** What went wrong at the start, for a person. */
function explain(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'The port is in use: stop what listens there, or set PORT.';
  return error instanceof Error ? error.message : 'Unknown error';
}
