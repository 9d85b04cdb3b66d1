import type * as z from 'zod';
import { problemAnswer } from './answers.ts';
import { jsonSchema, type JsonSchema } from './json-schema.ts';

/** A route as the document tells it. */
export interface RouteWords {
  readonly method: 'get' | 'post' | 'patch' | 'delete' | 'put';
  /** With `{names}` in braces. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** Default `key`: an account's key. */
  readonly access?: 'key' | 'admin' | 'public';
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  /** Bodies by media type. */
  readonly body?: Readonly<Record<string, JsonSchema>>;
  readonly example?: unknown;
  /** By status; `null` = no body. Text = the media type of a body that is no JSON. */
  readonly answers: Readonly<Record<number, z.ZodType | string | null>>;
  /** Statuses of refusals beside 401 and 403, which every route with a key has. */
  readonly refusals?: readonly number[];
}

const refusalWords: Readonly<Record<number, string>> = {
  400: 'The request is wrong',
  401: 'The key is missing, unknown, revoked or expired',
  402: 'The plan, a quota, the budget or the ceiling does not allow it',
  403: 'Not with this key',
  404: 'No such thing, or another account’s',
  409: 'It stands against what is there',
  413: 'Too large',
  416: 'The range is beyond the file',
  429: 'Too often: see Retry-After',
  503: 'It cannot be done now',
};

/** A route as an operation of the document. */
export function operationOf(words: RouteWords): JsonSchema {
  const { method, path, summary, tag, access = 'key', query, headers, body, example, answers, refusals = [] } = words;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const parameters = [
    ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...parametersOf(query, 'query'),
    ...parametersOf(headers, 'header'),
  ];
  const all = access === 'public' ? refusals : [401, 403, ...refusals].toSorted((a, b) => a - b);
  return {
    operationId: `${method} ${path}`.replaceAll(/[^a-z0-9]+/gi, '_').replace(/_$/, ''),
    summary,
    tags: [tag],
    ...(access === 'public' ? { security: [] } : { security: [{ [access]: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: contentOf(body, example) } } : {}),
    responses: Object.fromEntries([
      ...Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)]),
      ...all.map((status) => [String(status), refusal(status)]),
    ]),
  };
}

function parametersOf(schema: z.ZodObject | undefined, place: 'query' | 'header') {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: !(field as z.ZodType).safeParse(undefined).success,
    schema: jsonSchema(field as z.ZodType),
  }));
}

function contentOf(body: NonNullable<RouteWords['body']>, example: unknown) {
  const entries = Object.entries(body).map(([type, schema]) => [
    type,
    { schema, ...(example !== undefined && type === 'application/json' ? { example } : {}) },
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function answerOf(answer: z.ZodType | string | null): JsonSchema {
  if (answer === null) return { description: 'Done' };
  if (typeof answer === 'string')
    return { description: 'The bytes', content: { [answer]: { schema: { type: 'string', format: 'binary' } } } };
  return { description: 'The answer', content: { 'application/json': { schema: jsonSchema(answer) } } };
}

function refusal(status: number): JsonSchema {
  const schema = { $ref: '#/components/schemas/Problem' };
  return {
    description: refusalWords[status] ?? 'Refused',
    content: { 'application/problem+json': { schema } },
  };
}

/** The schema every refusal refers to. */
export const problemSchema: JsonSchema = jsonSchema(problemAnswer);
