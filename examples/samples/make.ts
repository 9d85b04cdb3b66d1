/* Draws the sample pictures beside this file: `node examples/samples/make.ts`. They belong to nobody else and show nobody. */
import { createRequire } from 'node:module';
import type Sharp from '../../packages/media/node_modules/sharp/dist/index.mjs';
import { landscape } from './landscape.ts';
import { portrait } from './portrait.ts';

// The examples are no package of the workspace, so sharp is taken from one that has it.
const require = createRequire(new URL('../../packages/media/package.json', import.meta.url));
const sharp: typeof Sharp = require('sharp');

const path = (name: string) => new URL(name, import.meta.url).pathname;
// Twice as large as wanted: scaling down smooths the edges.
const size = { width: 1280, height: 960 };

await sharp(landscape(size.width, size.height), { raw: { ...size, channels: 3 } })
  .resize(640, 480)
  .jpeg({ quality: 86, mozjpeg: true })
  .toFile(path('photo.jpg'));
await sharp(Buffer.from(portrait))
  .png({ palette: true, colours: 192, effort: 10, dither: 0.6 })
  .toFile(path('portrait.png'));
