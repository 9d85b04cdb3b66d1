import type { GenerateImageTranslate } from '../src/index.ts';

declare const translate: GenerateImageTranslate;
declare const image: Uint8Array;

void translate({ model: 'qwen-image-translate', image, targetLanguage: 'de', options: { domain_hint: 'menu' } });
// @ts-expect-error the language is missing
void translate({ image });
// @ts-expect-error this model takes no hints
void translate({ model: 'image-translator', image, targetLanguage: 'de', options: { domain_hint: 'menu' } });
