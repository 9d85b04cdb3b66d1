/**
 * Single packages: each operation is a function of its own, without account or database. Here the sandbox stands in for the vendors, so no
 * key is needed and nothing is paid. Run it: `pnpm exec node examples/single-packages.ts out`; a picture, a 3D model and a
 * video go to the folder `out`. In a project of your own the imports are `@image-studio/provider-edit` and so on, as in the README.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../packages/core/src/index.ts';
import { createImageTo3d } from '../packages/provider-3d/src/index.ts';
import { wavespeed3d } from '../packages/provider-3d/src/wavespeed.ts';
import { huggingfaceEdit } from '../packages/provider-edit/src/huggingface.ts';
import { createEdit } from '../packages/provider-edit/src/index.ts';
import { wavespeedEdit } from '../packages/provider-edit/src/wavespeed.ts';
import { createVideo } from '../packages/provider-video/src/index.ts';
import { wavespeedVideo } from '../packages/provider-video/src/wavespeed.ts';
import { createSandbox } from '../packages/sandbox/src/index.ts';
import { createHuggingface } from '../packages/vendor-huggingface/src/index.ts';
import { createWavespeed } from '../packages/vendor-wavespeed/src/index.ts';

const folder = process.argv[2] ?? 'out';
const image = { file: join(import.meta.dirname, 'samples/photo.jpg') };
await mkdir(folder, { recursive: true });

// For real work leave `fetch` and `baseUrl` out and give your own keys.
const baseUrl = 'http://sandbox.invalid';
const sandbox = createSandbox({ baseUrl });
const fetch = (request: Request) => sandbox.fetch(request);
const wavespeed = createWavespeed({ apiKey: 'sandbox', baseUrl, fetch });
const huggingface = createHuggingface({ token: 'sandbox', baseUrl: `${baseUrl}/huggingface`, fetch });

const edit = createEdit({
  providers: { wavespeed: wavespeedEdit(wavespeed), huggingface: huggingfaceEdit(huggingface) },
});
const imageTo3d = createImageTo3d({ providers: { wavespeed: wavespeed3d(wavespeed) } });
const imageToVideo = createVideo({ providers: { wavespeed: wavespeedVideo(wavespeed) } });

const dusk = await edit(
  { model: 'qwen-edit', image, prompt: 'make it dusk', seed: 7, options: { output_format: 'png' } },
  { onProgress: ({ stage, fraction }) => console.log(`${stage} ${Math.round(fraction * 100)} %`) },
);
await save('dusk.png', dusk);
await save('cut-out.png', await edit({ model: 'huggingface/briaai/RMBG-2.0', image }));
await save('relief.glb', await imageTo3d({ model: 'hunyuan3d-v2.1', image }));
await save('relief.stl', await imageTo3d({ model: 'hyper3d-rodin-v2-image-to-3d', image, formats: ['stl'] }));
await save('clip.mp4', await imageToVideo({ image, prompt: 'the light changes', seconds: 3, resolution: '480p' }));

async function save(name: string, { outputs: [output], charge, model }: Result): Promise<void> {
  await output.saveTo(join(folder, name));
  const size = output.scene ? `${output.scene.triangles} triangles` : `${output.width}x${output.height}`;
  console.log(`${name}: ${size} ${output.mediaType} by ${model}, ${charge} micro-dollars`);
}
