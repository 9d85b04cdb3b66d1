/** What Google says of one model: US dollars per million tokens, tokens of a picture by size, shapes, and how it thinks. */
export interface GeminiModel {
  readonly textIn: number;
  readonly textOut: number;
  readonly imageOut: number;
  readonly pictureTokens: Readonly<Record<string, number>>;
  readonly ratios: readonly string[];
  /** Thoughts by level; a model without levels always thinks alike. The amounts are the sandbox's own. */
  readonly thoughts: Readonly<Record<string, number>>;
  readonly levels: boolean;
  readonly references: number;
  readonly format: 'png' | 'jpeg';
}

const ratios = ['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9'];

/** The models that answer, by id. Retired ones are gone. */
export const geminiModels: Readonly<Record<string, GeminiModel>> = {
  'gemini-nano-banana-2.1': {
    textIn: 1.5,
    textOut: 7.5,
    imageOut: 30,
    pictureTokens: { '1K': 1120, '2K': 1680, '4K': 3767 },
    ratios: [...ratios, '1:4', '4:1', '1:8', '8:1'],
    thoughts: { minimal: 0, medium: 137, high: 802 },
    levels: true,
    references: 14,
    format: 'png',
  },
  'gemini-3-pro-image': {
    textIn: 2,
    textOut: 12,
    imageOut: 120,
    pictureTokens: { '1K': 1120, '2K': 1120, '4K': 2000 },
    ratios,
    thoughts: { medium: 251 },
    levels: false,
    references: 14,
    format: 'jpeg',
  },
  'gemini-3.1-flash-lite-image': {
    textIn: 0.25,
    textOut: 1.5,
    imageOut: 30,
    pictureTokens: { '1K': 1120 },
    ratios,
    thoughts: { medium: 0 },
    levels: false,
    references: 3,
    format: 'png',
  },
};
