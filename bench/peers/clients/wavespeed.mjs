import { Client } from 'wavespeed';

/** Connects WaveSpeed's own client, with its defaults, to the upstream. The picture is fetched, since its address dies. */
export function connect(upstream) {
  const client = new Client('ws-bench', { baseUrl: upstream });
  const run = async (prompt, options) => {
    const { outputs } = await client.run('wavespeed-ai/qwen-image/text-to-image', { prompt }, options);
    return (await (await fetch(outputs[0])).arrayBuffer()).byteLength;
  };
  return {
    generate: (prompt) => run(prompt),
    four: async (prompt) => (await Promise.all([1, 2, 3, 4].map(() => run(prompt)))).length,
    job: (prompt, everyMs) => run(prompt, everyMs === undefined ? {} : { pollInterval: everyMs / 1000 }),
  };
}
