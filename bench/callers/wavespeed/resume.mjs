import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

// The client keeps the job's id to itself until the end, so that jobs which outlive the process need its HTTP API.
const { SANDBOX, DATA, OUT } = process.env;
const headers = { authorization: 'Bearer sandbox', 'content-type': 'application/json' };
const note = `${DATA}/order-1.json`;

async function exchange(path, init = {}) {
  const answer = await fetch(`${SANDBOX}/api/v3/${path}`, { headers, ...init });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok || body.code !== 200)
    throw Object.assign(new Error(`HTTP ${answer.status}`), { status: answer.status });
  return body.data;
}

async function jobOf() {
  const kept = JSON.parse(await readFile(note, 'utf8').catch(() => 'null'));
  if (kept) return kept;
  // A crash between this line and the next pays twice.
  const body = JSON.stringify({ prompt: 'a harbour' });
  const { id } = await exchange('wavespeed-ai/qwen-image/text-to-image', { method: 'POST', body });
  await writeFile(`${note}.new`, JSON.stringify({ id }));
  await rename(`${note}.new`, note);
  return { id };
}

async function endOf({ id }) {
  const until = Date.now() + 600_000;
  while (Date.now() < until) {
    const job = await exchange(`predictions/${id}/result`).catch((error) => {
      if (error.status === 429 || error.status >= 500 || error.status === undefined) return { status: 'processing' };
      throw error;
    });
    if (job.status === 'completed') return job.outputs[0];
    if (!['created', 'pending', 'processing'].includes(job.status)) throw new Error(`The job ended: ${job.status}`);
    await sleep(1_000);
  }
  throw new Error('The job takes too long');
}

const answer = await fetch(await endOf(await jobOf()));
if (!answer.ok) throw new Error(`The picture cannot be fetched: HTTP ${answer.status}`);
await writeFile(OUT, Buffer.from(await answer.arrayBuffer()));
