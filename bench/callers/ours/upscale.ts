import { createStudio } from '@image-studio/studio';
import { createWavespeed } from '@image-studio/vendor-wavespeed';

const { SANDBOX = '', PHOTO = '', OUT = '' } = process.env;
const wavespeed = createWavespeed({ apiKey: 'sandbox', baseUrl: SANDBOX });
const studio = createStudio({ vendors: { wavespeed } });
const { outputs } = await studio.generateImageUpscale({ image: { file: PHOTO } }, { account: 'ann' });
await outputs[0].saveTo(OUT);
await studio.close();
