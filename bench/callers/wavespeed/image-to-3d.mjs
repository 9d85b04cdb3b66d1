import { writeFile } from 'node:fs/promises';
import { Client } from 'wavespeed';

const { SANDBOX, PHOTO, OUT } = process.env;
const client = new Client('sandbox', { baseUrl: SANDBOX });
const image = await client.upload(PHOTO);
const { outputs } = await client.run('tripo3d/v2.5/image-to-3d', { image }, { timeout: 600 });
const answer = await fetch(outputs[0]);
if (!answer.ok) throw new Error(`The model cannot be fetched: HTTP ${answer.status}`);
const bytes = Buffer.from(await answer.arrayBuffer());
if (bytes.subarray(0, 4).toString() !== 'glTF') throw new Error('This is no GLB');
await writeFile(OUT, bytes);
