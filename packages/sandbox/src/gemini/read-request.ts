import { pictureSize } from '../media/open-picture.ts';
import { type GeminiError, invalid } from './error-answer.ts';
import type { GeminiModel } from './gemini-models.ts';

/** A request taken apart. `config` is `generationConfig` with its parts laid flat. */
export interface GeminiRequest {
  readonly text: string;
  readonly images: readonly Uint8Array[];
  readonly config: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, unknown>>;

const names = {
  request: ['contents', 'generationConfig', 'safetySettings', 'tools', 'systemInstruction'],
  content: ['role', 'parts'],
  part: ['text', 'inlineData'],
  blob: ['mimeType', 'data'],
  // prettier-ignore
  config: [
    'responseModalities', 'imageConfig', 'thinkingConfig', 'seed', 'temperature', 'topP', 'topK', 'maxOutputTokens', 'candidateCount',
  ],
  picture: ['aspectRatio', 'imageSize', 'personGeneration'],
  thinking: ['thinkingLevel', 'includeThoughts'],
  setting: ['category', 'threshold'],
};
const types = /^image\/(png|jpeg|webp|heic|heif)$/;
const largest = 7_000_000;

/** Reads and checks the JSON of a `generateContent`, as strictly as Gemini: unknown names are errors. */
export async function readRequest(request: Request, model: GeminiModel): Promise<GeminiRequest | GeminiError> {
  const body: unknown = await request.json().catch(() => undefined);
  try {
    const { contents, generationConfig, safetySettings } = only(body, names.request, 'request');
    const parts = list(contents, 'contents').flatMap((content) =>
      list(only(content, names.content, 'contents')['parts'], 'parts'),
    );
    const { imageConfig, thinkingConfig, ...rest } = only(generationConfig ?? {}, names.config, 'generation_config');
    const config = {
      ...rest,
      ...only(imageConfig ?? {}, names.picture, 'image_config'),
      ...only(thinkingConfig ?? {}, names.thinking, 'thinking_config'),
    };
    for (const setting of list(safetySettings ?? [], 'safety_settings'))
      only(setting, names.setting, 'safety_settings');
    checkConfig(config, model);
    const read = await Promise.all(parts.map((part) => readPart(only(part, names.part, 'parts'))));
    const text = read.flatMap((part) => (typeof part === 'string' ? part : [])).join('\n');
    const images = read.flatMap((part) => (typeof part === 'string' ? [] : part));
    if (text === '') throw new Wrong('contents.parts must have a text.');
    if (images.length > model.references) throw new Wrong(`At most ${model.references} images are supported.`);
    return { text, images, config };
  } catch (error) {
    if (error instanceof Wrong) return invalid(error.message);
    throw error;
  }
}

class Wrong extends Error {}

function only(value: unknown, known: readonly string[], where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Wrong(`Invalid value at '${where}'.`);
  const strange = Object.keys(value).find((name) => !known.includes(name));
  if (strange !== undefined) {
    throw new Wrong(`Invalid JSON payload received. Unknown name "${strange}" at '${where}': Cannot find field.`);
  }
  return value as Fields;
}

function list(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Wrong(`Invalid value at '${where}'.`);
}

function checkConfig(config: Fields, { ratios, pictureTokens, levels, thoughts }: GeminiModel): void {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    aspectRatio: ratios,
    imageSize: Object.keys(pictureTokens),
    personGeneration: ['ALLOW_ALL', 'ALLOW_ADULT', 'ALLOW_NONE'],
    thinkingLevel: levels ? Object.keys(thoughts) : [],
  };
  for (const [name, values] of Object.entries(allowed)) {
    const value = config[name];
    if (value !== undefined && !values.includes(String(value)))
      throw new Wrong(`Invalid value at '${name}': ${String(value)}`);
  }
  for (const name of ['seed', 'maxOutputTokens']) {
    const value = config[name];
    if (value !== undefined && !Number.isInteger(value)) throw new Wrong(`Invalid value at '${name}' (TYPE_INT32).`);
  }
  if (Number(config['maxOutputTokens'] ?? 1) < 1) throw new Wrong('max_output_tokens must be positive.');
  if (!list(config['responseModalities'] ?? ['IMAGE'], 'response_modalities').includes('IMAGE')) {
    throw new Wrong('The sandbox answers pictures only: response_modalities must have IMAGE.');
  }
}

async function readPart({ text, inlineData }: Fields): Promise<string | Uint8Array> {
  if (inlineData === undefined) {
    if (typeof text === 'string') return text;
    throw new Wrong('A part must have a text or inline data.');
  }
  const { mimeType, data } = only(inlineData, names.blob, 'inline_data');
  if (!types.test(String(mimeType))) throw new Wrong(`Unsupported MIME type: ${String(mimeType)}`);
  const bytes = Buffer.from(String(data), 'base64');
  if (bytes.byteLength > largest) throw new Wrong('An image is larger than 7 MB.');
  const readable = await pictureSize(bytes).catch(() => undefined);
  if (readable === undefined) throw new Wrong('Unable to process input image.');
  return new Uint8Array(bytes);
}
