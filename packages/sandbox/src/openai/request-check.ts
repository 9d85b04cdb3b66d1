import type { OpenaiError } from './error-answer.ts';
import { openaiModels } from './openai-models.ts';
import { type OpenaiRequest, unknown } from './read-request.ts';

type Rule = readonly string[] | 'text' | 'boolean' | { readonly min: number; readonly max: number };

const rules: Readonly<Record<string, Rule>> = {
  model: 'text',
  prompt: 'text',
  size: 'text',
  safety_identifier: 'text',
  user: 'text',
  stream: 'boolean',
  n: { min: 1, max: 10 },
  output_compression: { min: 0, max: 100 },
  partial_images: { min: 0, max: 3 },
  background: ['transparent', 'opaque', 'auto'],
  output_format: ['png', 'jpeg', 'webp'],
  quality: ['low', 'medium', 'high', 'xhigh', 'max', 'auto'],
  complexity: ['low', 'medium', 'high'],
  moderation: ['auto', 'low'],
};

/** What OpenAI finds wrong with a request; undefined when nothing is. Edits know no `moderation`. */
export function problemOf({ fields, images }: OpenaiRequest): OpenaiError | undefined {
  const edits = images.length > 0;
  for (const [name, value] of Object.entries(fields)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined || (edits && name === 'moderation')) return unknown(name);
    if (!follows(rule, value)) return wrong(name, value);
  }
  const { prompt, size, quality } = fields;
  if (prompt === undefined || prompt === '') return missing('prompt');
  if ([...String(prompt)].length > 32_000) return wrong('prompt', 'a string too long');
  const model = openaiModels[String(fields['model'])];
  if (model === undefined) return noModel(String(fields['model']));
  if (fields['stream'] === true) return wrong('stream', true);
  if (typeof quality === 'string' && quality !== 'auto' && !Object.hasOwn(model.square, quality)) {
    const message = `The model '${String(fields['model'])}' does not support quality '${quality}'`;
    return { status: 400, message, param: 'quality', code: 'invalid_value' };
  }
  if (fields['complexity'] !== undefined && !model.complexity) return unknown('complexity');
  if (size !== undefined && size !== 'auto' && !isSize(String(size))) return wrong('size', size);
  const opaqueOnly = fields['background'] === 'transparent' && fields['output_format'] === 'jpeg';
  return opaqueOnly ? wrong('background', 'transparent') : undefined;
}

function follows(rule: Rule, value: unknown): boolean {
  if (rule === 'text') return typeof value === 'string';
  if (rule === 'boolean') return typeof value === 'boolean' || value === 'true' || value === 'false';
  if ('min' in rule) return Number.isInteger(value) && Number(value) >= rule.min && Number(value) <= rule.max;
  return rule.includes(String(value));
}

/** Both sides multiples of 16, no longer than 3840 and than three times the other, 655,360 to 8,294,400 pixels. */
function isSize(size: string): boolean {
  const [, wide, high] = /^(\d+)x(\d+)$/.exec(size) ?? [];
  const sides = [Number(wide), Number(high)] as const;
  const [shorter, longer] = [Math.min(...sides), Math.max(...sides)];
  const pixels = shorter * longer;
  return (
    shorter % 16 === 0 &&
    longer % 16 === 0 &&
    longer <= Math.min(3840, 3 * shorter) &&
    pixels >= 655_360 &&
    pixels <= 8_294_400
  );
}

function wrong(param: string, value: unknown): OpenaiError {
  return { status: 400, message: `Invalid value: '${String(value)}'.`, param, code: 'invalid_value' };
}

function missing(param: string): OpenaiError {
  return { status: 400, message: `Missing required parameter: '${param}'.`, param, code: 'missing_required_parameter' };
}

/** A model that does not exist, or not any more. */
export function noModel(name: string): OpenaiError {
  return { status: 404, message: `The model '${name}' does not exist.`, param: null, code: 'model_not_found' };
}
