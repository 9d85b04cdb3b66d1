import { createGenerate } from '@image-studio/provider-generate';
import { wavespeedGenerate } from '@image-studio/provider-generate/wavespeed';
import { createWavespeed } from '@image-studio/vendor-wavespeed';

/** Connects one provider package alone to the upstream. As many jobs at once as are asked for: an account of a high level. */
export function connect(upstream) {
  const vendor = createWavespeed({ apiKey: 'ws-bench', baseUrl: upstream, concurrency: 1000 });
  const generate = createGenerate({ providers: { wavespeed: wavespeedGenerate(vendor) } });
  const run = async (prompt) => {
    const { outputs } = await generate({ model: 'qwen-image', prompt });
    return (await outputs[0].bytes()).length;
  };
  const four = async (prompt) => (await generate({ model: 'qwen-image', prompt, count: 4 })).outputs.length;
  return { generate: run, job: run, four };
}
