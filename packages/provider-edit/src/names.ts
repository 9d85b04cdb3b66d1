import type { ModelNames } from '@image-studio/core';

/** Names of edit models beside their ids and aliases, and what became of those that are gone. A name whose row is not there means nothing. */
export const editNames: ModelNames = {
  aliases: {
    'stability-erase': 'stability/erase',
    'stability-inpaint': 'stability/inpaint',
    'stability-outpaint': 'stability/outpaint',
    'stability-search-replace': 'stability/search-and-replace',
    'stability-search-recolor': 'stability/search-and-recolor',
    'stability-remove-background': 'stability/remove-background',
    'stability-relight': 'stability/replace-background-and-relight',
    'stability-control-sketch': 'stability/control-sketch',
    'stability-control-structure': 'stability/control-structure',
    'stability-control-style': 'stability/control-style',
    'stability-control-style-transfer': 'stability/style-transfer',
  },
  retired: {
    'seededit-v3': { successor: 'seedream-v4.5-edit' },
    'bytedance/seededit-v3': { successor: 'seedream-v4.5-edit' },
    'image-captioner': { unsupported: true, reason: 'it answers a text, and every operation here answers a file' },
    'wavespeed-ai/image-captioner': {
      unsupported: true,
      reason: 'it answers a text, and every operation here answers a file',
    },
  },
};
