import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import OpenAI, { toFile } from 'openai';
import sharp from 'sharp';

const { SANDBOX, PHOTO, MASK, OUT } = process.env;
const client = new OpenAI({ apiKey: 'sandbox', baseURL: `${SANDBOX}/openai` });
// The mask was painted white where to edit; this vendor wants it transparent there, and as large as the picture.
const { width, height } = await sharp(PHOTO).metadata();
const grey = await sharp(MASK).resize(width, height, { fit: 'fill' }).greyscale().raw().toBuffer();
if (!grey.some((value) => value > 127)) throw new Error('The mask marks nothing');
const alpha = Buffer.from(grey.map((value) => 255 - value));
const mask = await sharp({ create: { width, height, channels: 3, background: '#000' } })
  .joinChannel(alpha, { raw: { width, height, channels: 1 } })
  .png()
  .toBuffer();
const answer = await client.images.edit({
  model: 'gpt-image-2',
  prompt: 'a red boat',
  image: await toFile(createReadStream(PHOTO), 'photo.jpg', { type: 'image/jpeg' }),
  mask: await toFile(mask, 'mask.png', { type: 'image/png' }),
});
await writeFile(OUT, Buffer.from(answer.data[0].b64_json, 'base64'));
