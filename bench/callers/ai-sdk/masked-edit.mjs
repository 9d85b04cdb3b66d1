import { readFile, writeFile } from 'node:fs/promises';
import { createOpenAI } from '@ai-sdk/openai';
import { generateImage } from 'ai';
import sharp from 'sharp';

const { SANDBOX, PHOTO, MASK, OUT } = process.env;
const model = createOpenAI({ apiKey: 'sandbox', baseURL: `${SANDBOX}/openai` }).image('gpt-image-2');
// The mask was painted white where to edit; this vendor wants it transparent there, and as large as the picture.
const { width, height } = await sharp(PHOTO).metadata();
const grey = await sharp(MASK).resize(width, height, { fit: 'fill' }).greyscale().raw().toBuffer();
if (!grey.some((value) => value > 127)) throw new Error('The mask marks nothing');
const alpha = Buffer.from(grey.map((value) => 255 - value));
const mask = await sharp({ create: { width, height, channels: 3, background: '#000' } })
  .joinChannel(alpha, { raw: { width, height, channels: 1 } })
  .png()
  .toBuffer();
const { image } = await generateImage({ model, prompt: { text: 'a red boat', images: [await readFile(PHOTO)], mask } });
await writeFile(OUT, image.uint8Array);
