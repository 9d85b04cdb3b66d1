import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient, type Run } from '@image-studio/api-client';
import type { StartedStudio } from '../test/started-studio.ts';

const pictures = join(import.meta.dirname, '../public');

/** Fills a fresh studio with what an account has after a while: runs of each operation, one that failed, a limit, keys, webhooks. */
export async function makeContent(studio: StartedStudio): Promise<Readonly<Record<string, Run>>> {
  const client = createClient(studio);
  const kept = async (name: string, type: string) =>
    (await client.assets.upload(new Blob([await readFile(join(pictures, name))], { type }))).id;
  const [photo, face] = await Promise.all([kept('sample.jpg', 'image/jpeg'), kept('sample-face.png', 'image/png')]);
  const limit = { meter: 'spend', limit: { max: 1_000_000 } };
  await fetch(`${studio.url}/v1/admin/accounts/local/limits?test=true`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${studio.adminKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...limit, test: true }),
  });
  await client.keys.create({ name: 'Web shop', scopes: ['run', 'read'], budget: 25_000_000 });
  await client.keys.create({ name: 'Nightly report', scopes: ['read'] });
  const hook = await client.webhooks.create({
    url: `${studio.hooks.url}/studio`,
    events: ['run.succeeded', 'run.failed'],
  });
  studio.hooks.answers.push(204, 500);
  const made: Record<string, Run> = {};
  const run = async (name: string, operation: string, request: Parameters<typeof client.run>[1]) => {
    made[name] = await client.run(operation, request);
  };
  await run('generate', 'generate', {
    model: 'qwen-image',
    prompt: 'A quiet harbour at night, lanterns on the water',
    count: 2,
  });
  await run('upscale', 'upscale', { model: 'lanczos3', image: photo, scale: 2 });
  await run('character', 'character', { reference: face, prompt: 'The same woman reading in a café', consent: true });
  await run('faceswap', 'faceswap', { image: face, face, consent: true });
  await run('translate', 'translate', { image: photo, targetLanguage: 'fr' });
  await run('video', 'video', { image: photo, prompt: 'Slow pan, the light moves over the hills' });
  await run('3d', '3d', { image: face });
  studio.sandbox.faults.add({ kind: 'moderation' });
  await run('failed', 'edit', { model: 'qwen-edit', image: photo, prompt: 'Something the vendor refuses' });
  await run('edit', 'edit', {
    model: 'qwen-edit',
    image: photo,
    prompt: 'Make it dusk: warm light low on the horizon',
  });
  for (let sent = false; !sent;)
    sent = (await client.webhooks.deliveries(hook.id)).data.some(({ attempts }) => attempts.length > 0);
  return made;
}
