import type { GenerateCharacterImage } from '../src/index.ts';

declare const character: GenerateCharacterImage;
declare const reference: Uint8Array;

void character({ model: 'ideogram-character', prompt: 'x', reference, options: { rendering_speed: 'Turbo' } });
void character({ prompt: 'x', references: [reference, reference], consent: true });
// @ts-expect-error consent is given or it is not
void character({ prompt: 'x', reference, consent: false });
// @ts-expect-error not a speed of this model
void character({ model: 'ideogram-character', prompt: 'x', reference, options: { rendering_speed: 'Fast' } });
