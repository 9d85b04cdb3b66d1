import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createSandbox, listen } from '@image-studio/sandbox';
import { type ReadableSpan, SimpleSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { createTracing } from '../src/tracing/create-tracing.ts';
import { photo, startServer } from './server.ts';

const finished: ReadableSpan[] = [];
/** Unlike the SDK's own, it goes on when one of the servers is closed. */
const exporter: SpanExporter = {
  export: (spans, done) => {
    finished.push(...spans);
    done({ code: 0 });
  },
  shutdown: async () => {},
};
const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 } });
let vendor: Awaited<ReturnType<typeof listen>>;
let folder: string;
beforeAll(async () => {
  vendor = await listen(sandbox);
  folder = await mkdtemp(join(tmpdir(), 'image-studio-tracing-'));
});
afterAll(async () => {
  await vendor.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  finished.length = 0;
  sandbox.faults.clear();
});

const start = () =>
  startServer(folder, { IMAGE_STUDIO_SANDBOX_URL: vendor.url }, createTracing(new SimpleSpanProcessor({ exporter })));
type Server = Awaited<ReturnType<typeof start>>;

const edit = (server: Server, headers: Record<string, string> = {}) =>
  server.call('POST', '/v1/edit', {
    body: server.form({ model: 'qwen-edit', prompt: 'the secret plan', image: photo, user: 'jane' }),
    headers: { prefer: 'wait=60', ...headers },
  });

/** The spans of a run once its own is written. */
async function spansOf(runId: string): Promise<readonly ReadableSpan[]> {
  const spans = () => finished.filter(({ attributes }) => attributes['image_studio.run.id'] === runId);
  await expect.poll(() => spans().map(({ name }) => name), { timeout: 10_000 }).toContain('run edit');
  return spans();
}
const named = (spans: readonly ReadableSpan[], name: string) => spans.filter((span) => span.name === name);
const idOf = (span: ReadableSpan | undefined) => span?.spanContext().spanId;

describe('traces', { timeout: 60_000 }, () => {
  it('have one span a run with a child for each step, within the trace of who asked', async () => {
    const server = await start();
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const run = await edit(server, { traceparent: `00-${traceId}-00f067aa0ba902b7-01` });
    const spans = await spansOf(run.body.id);
    await server.close();
    const [request, whole] = [named(spans, 'POST /v1/edit')[0], named(spans, 'run edit')[0]];
    expect(request?.parentSpanContext?.spanId).toBe('00f067aa0ba902b7');
    expect(whole?.parentSpanContext?.spanId).toBe(idOf(request));
    expect(new Set(spans.map((span) => span.spanContext().traceId))).toEqual(new Set([traceId]));
    const steps = spans.filter((span) => span.parentSpanContext?.spanId === idOf(whole)).map(({ name }) => name);
    expect(steps).toEqual(['accept', 'quote', 'reserve', 'prepare', 'submit', 'wait', 'store', 'settle']);
    expect(whole?.attributes).toMatchObject({
      'gen_ai.operation.name': 'generate_content',
      'gen_ai.provider.name': 'wavespeed',
      'gen_ai.output.type': 'image',
      'gen_ai.request.model': 'wavespeed/wavespeed-ai/qwen-image/edit',
      'gen_ai.response.model': 'wavespeed/wavespeed-ai/qwen-image/edit',
      'image_studio.account': 'local',
      'image_studio.test': true,
      'image_studio.state': 'succeeded',
      'image_studio.quote_micros': 20_000,
      'image_studio.cost_micros': 20_000,
      'image_studio.charge_micros': 20_000,
    });
    expect(named(spans, 'settle')[0]?.attributes).toMatchObject({ 'image_studio.outcome': 'succeeded' });
    const line = server.logged.map((text) => JSON.parse(text)).find(({ runId }) => runId === run.body.id);
    expect(line).toMatchObject({ traceId, path: '/v1/edit' });
  });

  it('tell no prompt, no key, no end user and no address of a file', async () => {
    const server = await start();
    const { body } = await edit(server);
    await spansOf(body.id);
    await server.close();
    const told = JSON.stringify(finished.map(({ name, attributes, events }) => [name, attributes, events]));
    for (const secret of ['secret plan', server.key, 'jane', '://', 'asset_']) expect(told).not.toContain(secret);
  });

  it('end a failed run with the code of its error, and name the refusal of a request', async () => {
    const server = await start();
    sandbox.faults.add({ kind: 'job_failed' });
    const { body } = await edit(server);
    const spans = await spansOf(body.id);
    const refused = await server.call('POST', '/v1/edit', { body: { model: 'no-such-model', prompt: 'x' } });
    await server.close();
    expect([body.state, refused.status]).toEqual(['failed', 404]);
    expect(named(spans, 'run edit')[0]).toMatchObject({
      status: { code: 2, message: body.error.code },
      attributes: { 'error.type': body.error.code, 'image_studio.charge_micros': 0 },
    });
    const last = named(finished, 'POST /v1/edit').at(-1);
    expect(last?.attributes).toMatchObject({ 'http.response.status_code': 404, 'error.type': 'unknown_model' });
  });

  it('stay one trace with one span of the run when another process takes it over', async () => {
    const first = await start();
    sandbox.faults.add({ kind: 'status_error', times: 1_000_000 });
    const { body } = await edit(first, { prefer: 'wait=0' });
    await expect.poll(() => finished.map(({ name }) => name), { timeout: 10_000 }).toContain('submit');
    await first.close();
    sandbox.faults.clear();
    const second = await start();
    const spans = await spansOf(body.id);
    await second.close();
    expect(new Set(spans.map((span) => span.spanContext().traceId)).size).toBe(1);
    const [whole, ...others] = named(spans, 'run edit');
    expect(others).toEqual([]);
    const waits = named(spans, 'wait').map(({ attributes, parentSpanContext }) => [
      attributes['image_studio.put_down'],
      parentSpanContext?.spanId,
    ]);
    expect(waits).toEqual([
      [true, idOf(whole)],
      [undefined, idOf(whole)],
    ]);
  });
});

describe('without a place to send traces to', () => {
  it('nothing of OpenTelemetry is loaded but the interface, which prom-client brings', async () => {
    const program = `
      import { registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ resolve: (name, context, next) => { const found = next(name, context); loaded.push(found.url); return found; } });
      const { openTracing } = await import(${JSON.stringify(new URL('../src/tracing/open-tracing.ts', import.meta.url))});
      await import(${JSON.stringify(new URL('../src/serve.ts', import.meta.url))});
      const { readConfig } = await import(${JSON.stringify(new URL('../src/config.ts', import.meta.url))});
      const count = () => loaded.filter((url) => /node_modules.@opentelemetry.(?!api.)/.test(url)).length;
      await openTracing(readConfig({}).tracing);
      const off = count();
      await openTracing(readConfig({ OTEL_TRACES_EXPORTER: 'console' }).tracing);
      console.log(JSON.stringify([loaded.length > 100, off, count() > 0]));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
    expect(JSON.parse(stdout)).toEqual([true, 0, true]);
  }, 60_000);

  it('the variables of OpenTelemetry decide, and what is not spoken is refused at the start', () => {
    const exporterOf = (environment: Record<string, string>) => readConfig(environment).tracing.exporter;
    const address = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' };
    expect(exporterOf({})).toBe('none');
    expect(exporterOf(address)).toBe('otlp');
    expect(exporterOf({ ...address, OTEL_SDK_DISABLED: 'true' })).toBe('none');
    expect(exporterOf({ ...address, OTEL_TRACES_EXPORTER: 'none' })).toBe('none');
    expect(() => exporterOf({ ...address, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' })).toThrow('Only http/protobuf');
  });
});
