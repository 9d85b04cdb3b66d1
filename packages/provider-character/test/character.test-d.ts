import type { GenerateCharacterImage } from '../src/index.ts';

declare const character: GenerateCharacterImage;
declare const reference: Uint8Array;

void character({ model: 'ideogram-character', prompt: 'x', reference, options: { rendering_speed: 'Turbo' } });
void character({ prompt: 'x', references: [reference, reference], consent: true });
// @ts-expect-error consent is given or it is not
void character({ prompt: 'x', reference, consent: false });
// @ts-expect-error not a speed of this model
void character({ model: 'ideogram-character', prompt: 'x', reference, options: { rendering_speed: 'Fast' } });

// Options are the vendor's own, each by the model's row.
void character({ model: 'openai/gpt-image-2.5-flare', prompt: 'x', reference, options: { quality: 'low' } });
void character({ model: 'gemini/gemini-nano-banana-2.1', prompt: 'x', reference, options: { thinkingLevel: 'high' } });
// @ts-expect-error this model has no levels of thinking
void character({ model: 'gemini/gemini-3-pro-image', prompt: 'x', reference, options: { thinkingLevel: 'high' } });
