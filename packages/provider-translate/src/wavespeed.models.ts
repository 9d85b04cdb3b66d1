// Written by `pnpm catalog:sync`; change scripts/catalog, not this file.
import { flatPrice, model } from '@image-studio/core';
import * as z from 'zod';

const asOf = '2026-06-23';
const deadline = 300;

/** WaveSpeed's translate models: ids, options and prices as its catalogue states them. */
export const wavespeedModels = {
  get 'wavespeed/alibaba/qwen-image/translate'() { return model({
    name: 'Qwen Image Translate', alias: 'qwen-image-translate', endpoint: 'alibaba/qwen-image/translate',
    options: () => z.strictObject({ domain_hint: z.string().optional(), sensitives: z.array(z.string()).max(50).optional(), skip_image_segment: z.boolean().optional(), terminologies: z.array(z.strictObject({ src: z.string().optional(), tgt: z.string().optional() })).optional() }),
    wire: { image: 'image', sourceLanguage: { field: 'source_lang', as: 'language', values: { en: 'en', 'zh-Hans': 'zh', ja: 'ja', ko: 'ko', fr: 'fr', de: 'de', es: 'es', ru: 'ru', ar: 'ar' } }, targetLanguage: { field: 'target_lang', as: 'language', values: { en: 'en', 'zh-Hans': 'zh', ja: 'ja', ko: 'ko', fr: 'fr', de: 'de', es: 'es', ru: 'ru', ar: 'ar' } } }, needs: ['image', 'targetLanguage'],
    price: flatPrice(10_000),
    tier: 'budget', capabilities: ['translate', 'terminology', 'sensitive_word_filter'], deadline, asOf,
  }); },
  get 'wavespeed/wavespeed-ai/image-translator'() { return model({
    name: 'Image Translator', alias: 'image-translator', endpoint: 'wavespeed-ai/image-translator',
    options: () => z.strictObject({ output_format: z.enum(['jpeg', 'png', 'webp']).optional() }),
    wire: { image: 'image', outputFormat: { field: 'output_format', as: 'choice', values: { png: 'png', jpeg: 'jpeg', webp: 'webp' } }, targetLanguage: { field: 'target_language', as: 'language', values: { en: 'english', 'zh-Hans': 'chinese-simplified', 'zh-Hant': 'chinese-traditional', es: 'spanish', fr: 'french', ar: 'arabic', hi: 'hindi', bn: 'bengali', pt: 'portuguese', ru: 'russian', ja: 'japanese', ko: 'korean', de: 'german', it: 'italian', nl: 'dutch', pl: 'polish', tr: 'turkish', vi: 'vietnamese', th: 'thai', id: 'indonesian', ms: 'malay', fil: 'filipino', ur: 'urdu', fa: 'persian', he: 'hebrew', sv: 'swedish', da: 'danish', no: 'norwegian', nb: 'norwegian', fi: 'finnish', el: 'greek', cs: 'czech', hu: 'hungarian', ro: 'romanian', uk: 'ukrainian' } } }, needs: ['image', 'targetLanguage'],
    price: flatPrice(150_000),
    tier: 'premium', capabilities: ['translate', 'font_preservation', 'layout_aware'], deadline, asOf,
  }); },
} as const;
