/**
 * The studio: every operation behind one entry point, for accounts with limits. Ledger and journal are in memory here; with
 * `@image-studio/store` they are in SQL. The sandbox stands in for WaveSpeed, so no key is needed and nothing is paid.
 * Run it: `pnpm exec node examples/studio.ts out`; pictures, a 3D model and a
 * video go to the folder `out`.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatMicros, isStudioError } from '../packages/core/src/index.ts';
import { createMemoryStore } from '../packages/core/src/memory.ts';
import { createMedia } from '../packages/media/src/index.ts';
import { createSandbox } from '../packages/sandbox/src/index.ts';
import { createStudio } from '../packages/studio/src/index.ts';
import { createLocal } from '../packages/vendor-local/src/index.ts';
import { createWavespeed } from '../packages/vendor-wavespeed/src/index.ts';

const folder = process.argv[2] ?? 'out';
const photo = { file: join(import.meta.dirname, 'samples/photo.jpg') };
await mkdir(folder, { recursive: true });

const sandbox = createSandbox({ baseUrl: 'https://api.wavespeed.ai' });
const wavespeed = createWavespeed({ apiKey: 'sandbox', fetch: (request) => sandbox.fetch(request) });
const { ledger, journal, accounts } = createMemoryStore({ ledger: 'metered' });
const studio = createStudio({ vendors: { wavespeed, local: createLocal() }, ledger, journal, media: createMedia() });

// Two outputs at 2 cents fit into a budget of 5 cents a month, two more do not.
const acme = { account: 'acme' } as const;
await accounts.create({ id: 'acme', createdAt: Date.now() });
await accounts.setLimit({ ...acme, test: false, subject: 'account', meter: 'spend', limit: { max: 50_000 } });

const request = { model: 'qwen-edit', image: photo, prompt: 'make it dusk', count: 2 } as const;
const quote = await studio.quote('edit', request, acme);
console.log(`${quote.model} would cost ${formatMicros(quote.price.micros)}`);

const edited = await studio.generateImageEdit(request, acme);
for (const [index, output] of edited.outputs.entries()) await output.saveTo(join(folder, `edited-${index}.jpg`));
console.log(`charged ${formatMicros(edited.charge)}; outputs of edits used: ${edited.usage?.current}`);

const [first] = edited.outputs;
const larger = await studio.generateImageUpscale({ model: 'lanczos3', image: { asset: first!.asset }, scale: 2 }, acme);
await larger.outputs[0].saveTo(join(folder, 'larger.jpg'));
console.log(`enlarged to ${larger.outputs[0].width}x${larger.outputs[0].height} for ${formatMicros(larger.charge)}`);

// The other kinds of files, for an account without that limit: everything from one photo.
const studies = { account: 'studies' } as const;
await accounts.create({ id: 'studies', createdAt: Date.now() });
const face = { file: join(import.meta.dirname, 'samples/portrait.png') };
const made = {
  'generated.png': studio.generateImage(
    { model: 'qwen-image', prompt: 'a harbour', options: { output_format: 'png' } },
    studies,
  ),
  'swapped.jpg': studio.generateFaceSwap({ model: 'image-face-swap', image: photo, face, consent: true }, studies),
  'model.glb': studio.generateImageTo3d({ model: 'tripo3d-v2.5-image-to-3d', image: photo }, studies),
  'video.mp4': studio.generateImageToVideo({ image: photo, prompt: 'wind', seconds: 3, resolution: '480p' }, studies),
};
await Promise.all(
  Object.entries(made).map(async ([name, run]) => {
    const { outputs, charge, model } = await run;
    await outputs[0].saveTo(join(folder, name));
    console.log(`${name} by ${model} for ${formatMicros(charge)}`);
  }),
);

try {
  await studio.generateImageEdit(request, acme);
} catch (error) {
  if (!isStudioError(error, 'budget_exceeded')) throw error;
  console.log(`${error.message} ${error.hint}`);
}
await studio.close();
