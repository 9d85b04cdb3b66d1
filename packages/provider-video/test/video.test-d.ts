import type { GenerateImageToVideo } from '../src/index.ts';

declare const toVideo: GenerateImageToVideo;
declare const image: Uint8Array;

void toVideo({ model: 'kling-v2.5-turbo-std', image, prompt: 'x', seconds: 10, options: { guidance_scale: 0.5 } });
void toVideo({ image, lastImage: image, prompt: 'x', resolution: '720p' });
// @ts-expect-error the picture is missing
void toVideo({ prompt: 'x' });
// @ts-expect-error this model has no guidance scale
void toVideo({ model: 'kandinsky5-pro', image, prompt: 'x', options: { guidance_scale: 0.5 } });
