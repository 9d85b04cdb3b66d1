/** What OpenAI says of one model: US dollars per million tokens, tokens of a picture by quality, and the qualities it knows. */
export interface OpenaiModel {
  readonly textIn: number;
  readonly imageIn: number;
  readonly imageOut: number;
  readonly square: Readonly<Record<string, number>>;
  readonly oblong: Readonly<Record<string, number>>;
  readonly complexity: boolean;
}

const family2 = {
  textIn: 5,
  imageIn: 8,
  imageOut: 30,
  square: { low: 196, medium: 1756, high: 7024 },
  oblong: { low: 158, medium: 1372, high: 5488 },
  complexity: false,
} as const;

/** No tokens of `xhigh` and `max` are stated; these are the sandbox's own. */
const family25 = {
  ...family2,
  square: { ...family2.square, xhigh: 14_048, max: 28_096 },
  oblong: { ...family2.oblong, xhigh: 10_976, max: 21_952 },
  complexity: true,
} as const;

/** The models that answer, by id. Retired ones are gone. */
export const openaiModels: Readonly<Record<string, OpenaiModel>> = {
  'gpt-image-2': family2,
  'gpt-image-2-2026-04-21': family2,
  'gpt-image-2.5-sunburst': family25,
  'gpt-image-2.5-sunburst-2026-09-08': family25,
  'gpt-image-2.5-flare': family25,
  'gpt-image-2.5-flare-2026-09-08': family25,
};
