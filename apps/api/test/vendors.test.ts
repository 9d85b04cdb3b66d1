import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { photo, startServer, useServer } from './server.ts';

const { current } = useServer();
const headers = { prefer: 'wait=60' };

describe('in test mode', { timeout: 30_000 }, () => {
  it.each([
    ['generate', 'openai/gpt-image-2', { prompt: 'a boat', options: '{"quality":"low"}' }],
    ['edit', 'gemini/gemini-3.1-flash-lite-image', { prompt: 'make it dusk', image: photo }],
  ])('%s by %s is done by the sandbox, and costs no more than was quoted', async (operation, model, fields) => {
    const body = current().form({ model, ...fields });
    const run = await current().call('POST', `/v1/${operation}`, { body, headers });
    expect(run.body).toMatchObject({ state: 'succeeded', model, test: true, outputs: [{ kind: 'image' }] });
    const { quote, charge } = run.body;
    expect(charge.micros).toBeLessThanOrEqual(quote.micros);
  });
});

it.each(['GEMINI_API_KEY', 'OPENAI_API_KEY'])('%s turns live mode on', { timeout: 60_000 }, async (name) => {
  const folder = await mkdtemp(join(tmpdir(), 'image-studio-api-'));
  const server = await startServer(folder, { [name]: 'a-key' });
  try {
    const key = await server.keyFor('acme', false);
    // A model that does not exist is told by the live studio, without a word to any vendor.
    const answer = await server.call('POST', '/v1/generate/quote', { key, body: { model: 'no/such', prompt: 'x' } });
    expect(answer.body).toMatchObject({ code: 'unknown_model' });
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
