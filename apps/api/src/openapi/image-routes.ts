import * as z from 'zod';
import { editFields, generationFields } from '../openai/image-fields.ts';
import { jsonSchema } from './json-schema.ts';
import type { RouteWords } from './route-words.ts';

const bytes = { type: 'string', format: 'binary' };
const imagesAnswer = z.looseObject({
  created: z.int(),
  data: z.array(z.union([z.object({ b64_json: z.string() }), z.object({ url: z.string() })])),
  usage: z.looseObject({ total_tokens: z.int() }),
});
const refusals = [400, 402, 404, 409, 429, 503];

/** OpenAI's wire; refusals there come in OpenAI's envelope. */
export const imageRouteWords: readonly RouteWords[] = [
  {
    method: 'post',
    path: '/v1/images/generations',
    tag: 'openai',
    summary: 'Generate, for OpenAI’s clients; stream: true answers events. Errors are { error }',
    body: { 'application/json': jsonSchema(generationFields) },
    example: { prompt: 'a harbour at dusk', model: 'qwen-image' },
    answers: { 200: imagesAnswer },
    refusals,
  },
  {
    method: 'post',
    path: '/v1/images/edits',
    tag: 'openai',
    summary: 'Edit, for OpenAI’s clients; what is transparent in the mask is edited. Errors are { error }',
    body: {
      'application/json': jsonSchema(editFields),
      'multipart/form-data': {
        type: 'object',
        properties: {
          'image[]': { type: 'array', items: bytes },
          image: bytes,
          mask: bytes,
          prompt: { type: 'string' },
        },
        required: ['prompt'],
      },
    },
    example: { prompt: 'make it dusk', model: 'qwen-edit', images: [{ file_id: 'asset_…' }] },
    answers: { 200: imagesAnswer },
    refusals: [...refusals, 413],
  },
  {
    method: 'post',
    path: '/v1/images/variations',
    tag: 'openai',
    summary: 'Not offered: use /v1/images/edits. Errors are { error }',
    answers: {},
    refusals: [404],
  },
];
