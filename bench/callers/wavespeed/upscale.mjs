import { writeFile } from 'node:fs/promises';
import { Client } from 'wavespeed';

const { SANDBOX, PHOTO, OUT } = process.env;
const client = new Client('sandbox', { baseUrl: SANDBOX });
const image = await client.upload(PHOTO);
const { outputs } = await client.run('wavespeed-ai/image-upscaler', { image, target_resolution: '4k' });
const answer = await fetch(outputs[0]);
if (!answer.ok) throw new Error(`The picture cannot be fetched: HTTP ${answer.status}`);
await writeFile(OUT, Buffer.from(await answer.arrayBuffer()));
