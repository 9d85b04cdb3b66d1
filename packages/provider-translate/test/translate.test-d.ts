import type { GenerateImageTranslate } from '../src/index.ts';

declare const translate: GenerateImageTranslate;
declare const image: Uint8Array;

void translate({ model: 'qwen-image-translate', image, targetLanguage: 'de', options: { domain_hint: 'menu' } });
// @ts-expect-error the language is missing
void translate({ image });
// @ts-expect-error this model takes no hints
void translate({ model: 'image-translator', image, targetLanguage: 'de', options: { domain_hint: 'menu' } });

// Options are the vendor's own, each by the model's row.
void translate({ model: 'openai/gpt-image-2', image, targetLanguage: 'de', options: { quality: 'low' } });
void translate({ model: 'gemini/gemini-3-pro-image', image, targetLanguage: 'de', options: { imageSize: '4K' } });
// @ts-expect-error this model has no such quality
void translate({ model: 'openai/gpt-image-2', image, targetLanguage: 'de', options: { quality: 'max' } });
