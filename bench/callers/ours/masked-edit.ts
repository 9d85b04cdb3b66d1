import { createStudio } from '@image-studio/studio';
import { createMedia } from '@image-studio/media';
import { createOpenai } from '@image-studio/vendor-openai';

const { SANDBOX = '', PHOTO = '', MASK = '', OUT = '' } = process.env;
const openai = createOpenai({ apiKey: 'sandbox', baseUrl: `${SANDBOX}/openai` });
const studio = createStudio({ vendors: { openai }, media: createMedia() });
const { outputs } = await studio.generateImageEdit(
  { model: 'openai/gpt-image-2', kind: 'inpaint', image: { file: PHOTO }, mask: { file: MASK }, prompt: 'a red boat' },
  { account: 'ann' },
);
await outputs[0].saveTo(OUT);
await studio.close();
