import { formatWords } from '../parts/format.ts';

const names: Readonly<Record<string, string>> = {
  wavespeed: 'WaveSpeed',
  'wavespeed-ai': 'WaveSpeed',
  openai: 'OpenAI',
  bytedance: 'ByteDance',
  'stability-ai': 'Stability AI',
  stability: 'Stability AI',
  'black-forest-labs': 'Black Forest Labs',
  minimax: 'MiniMax',
  google: 'Google',
  gemini: 'Google Gemini',
  huggingface: 'Hugging Face',
  kwaivgi: 'Kling',
  'x-ai': 'xAI',
  bria: 'Bria',
  tencent: 'Tencent',
  alibaba: 'Alibaba',
  local: 'This machine',
  pixverse: 'PixVerse',
  'recraft-ai': 'Recraft',
  'ideogram-ai': 'Ideogram',
  luma: 'Luma',
  lightricks: 'Lightricks',
  'z-ai': 'Z.ai',
};

/** The name of a vendor or maker. */
export function nameOfMaker(id: string): string {
  return names[id] ?? formatWords(id);
}

/** Who made a model, as far as its id tells, and who runs it: `ByteDance at WaveSpeed`. */
export function makerOf(model: string): string {
  const [vendor = '', maker = '', ...rest] = model.split('/');
  const runs = nameOfMaker(vendor);
  const made = rest.length === 0 ? runs : nameOfMaker(maker);
  return made === runs ? runs : `${made} at ${runs}`;
}
