/**
 * One package alone: no account, no database. Here the sandbox stands in for WaveSpeed, so no key is needed and nothing is paid.
 * Run it: `pnpm exec node examples/edit-one-package.ts out`; the pictures go to the folder `out`.
 * In a project of your own the imports are `@image-studio/provider-edit` and so on, as in the README.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createEdit } from '../packages/provider-edit/src/index.ts';
import { wavespeedEdit } from '../packages/provider-edit/src/wavespeed.ts';
import { createSandbox } from '../packages/sandbox/src/index.ts';
import { createWavespeed } from '../packages/vendor-wavespeed/src/index.ts';

const folder = process.argv[2] ?? 'out';
const photo = join(import.meta.dirname, 'samples/photo.jpg');
await mkdir(folder, { recursive: true });

const sandbox = createSandbox({ baseUrl: 'https://api.wavespeed.ai' });
// For real edits leave `fetch` out and give your own key.
const wavespeed = createWavespeed({ apiKey: 'sandbox', fetch: (request) => sandbox.fetch(request) });
const edit = createEdit({ providers: { wavespeed: wavespeedEdit(wavespeed) } });

const result = await edit(
  { model: 'qwen-edit', image: { file: photo }, prompt: 'make it dusk', options: { seed: 7, output_format: 'png' } },
  { onProgress: ({ stage, fraction }) => console.log(`${stage} ${Math.round(fraction * 100)} %`) },
);
for (const [index, output] of result.outputs.entries()) {
  const path = join(folder, `dusk-${index}.png`);
  await output.saveTo(path);
  console.log(`${path}: ${output.width}x${output.height} ${output.mediaType}, ${result.charge} micro-dollars`);
}
