// Plain fetch, JSON.parse and Buffer.from: what everybody writes without a library.
import { writeFile } from 'node:fs/promises';

/** Connects to the upstream. */
export function connect(upstream) {
  const headers = { authorization: 'Bearer sk-bench' };
  const pictureIn = async (answer) => {
    if (!answer.ok) throw Object.assign(new Error(`HTTP ${answer.status}`), { status: answer.status });
    return Buffer.from((await answer.json()).data[0].b64_json, 'base64');
  };
  const generate = async (prompt, n = 1) =>
    pictureIn(
      await fetch(`${upstream}/v1/images/generations`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ model: 'gpt-image-2', prompt, n }),
      }),
    );
  return {
    generate: async (prompt) => (await generate(prompt)).length,
    save: async (prompt, path) => writeFile(path, await generate(prompt)),
    edit: async (prompt, picture) => {
      const body = new FormData();
      body.append('model', 'gpt-image-2');
      body.append('prompt', prompt);
      body.append('image', new Blob([picture], { type: 'image/png' }), 'picture.png');
      return (await pictureIn(await fetch(`${upstream}/v1/images/edits`, { method: 'POST', headers, body }))).length;
    },
  };
}
