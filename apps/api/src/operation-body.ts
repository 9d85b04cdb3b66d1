import { type AnyRequest, check, invalidRequest, type Spec } from '@image-studio/core';
import * as z from 'zod';

/** A body taken apart: the entry point's request, and what belongs to the call and not to the picture. */
export interface OperationBody {
  readonly request: AnyRequest;
  readonly context: {
    readonly user?: string;
    readonly metadata?: Readonly<Record<string, string>>;
    readonly maxPrice?: number;
    readonly quoteId?: string;
  };
}

/** What stands beside the inputs in the body of an operation. */
export const contextSchema = z.object({
  user: z.string().min(1).max(200).optional().describe('Your end user, for limits and lists'),
  metadata: z.record(z.string().max(64), z.string().max(500)).optional(),
  maxPrice: z.int().min(0).optional().describe('Refuse a higher price than this many micro-dollars'),
  quoteId: z.string().min(1).max(100).optional().describe('Hold no more than this quote said'),
});

/** Splits a JSON body. Throws `invalid_request`; the request itself is checked by the studio. */
export function readJsonBody(body: unknown): OperationBody {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw invalidRequest([{ path: [], message: 'Expected a JSON object' }]);
  const { user, metadata, maxPrice, quoteId, ...request } = body as Record<string, unknown>;
  const context = check(contextSchema, { user, metadata, maxPrice, quoteId }, []);
  const set = Object.fromEntries(Object.entries(context).filter(([, value]) => value !== undefined));
  return { request, context: set };
}

/** One part of a multipart body: text, or a file that was stored as an asset. */
export interface Part {
  readonly name: string;
  readonly value: string | { readonly asset: string };
}

/**
 * Splits multipart parts, in any order: scalars are text, structures JSON text, lists are repeated parts or JSON text. A file within a
 * structured input is a part with a dotted name: `views.front`.
 */
export function readParts(spec: Spec, parts: readonly Part[]): OperationBody {
  // Without a prototype: a part may be named `constructor`.
  const body: Record<string, unknown> = Object.create(null);
  for (const { name: given, value } of parts) {
    const name = given.replace(/\[\]$/, '');
    const plain = typeof value === 'string' ? readText(spec, name, value) : value;
    const [head = '', tail] = name.includes('.') && Object.hasOwn(spec.assets, name) ? name.split('.') : [];
    if (tail !== undefined) body[head] = { ...(body[head] as object | undefined), [tail]: plain };
    else if (isList(spec, name)) body[name] = [(body[name] as unknown[] | undefined) ?? [], plain].flat();
    else if (isStructured(spec, name) && typeof plain === 'object')
      body[name] = { ...plain, ...(body[name] as object | undefined) };
    else if (name in body) throw invalidRequest([{ path: [name], message: 'Given twice' }]);
    else body[name] = plain;
  }
  return readJsonBody(body);
}

function isList(spec: Spec, name: string): boolean {
  const field: unknown = fieldOf(spec, name);
  return (field instanceof z.ZodOptional ? field.unwrap() : field) instanceof z.ZodArray;
}

function fieldOf(spec: Spec, name: string): z.core.$ZodType | undefined {
  return Object.hasOwn(spec.input.shape, name) ? spec.input.shape[name] : undefined;
}

/** Does this input hold files under dotted names? */
function isStructured(spec: Spec, name: string): boolean {
  return Object.keys(spec.assets).some((asset) => asset.startsWith(`${name}.`));
}

/** Text as what its field wants: text where the schema takes text, else the JSON it spells. */
function readText(spec: Spec, name: string, text: string): unknown {
  const field = fieldOf(spec, name);
  if (name === 'user' || (field && z.safeParse(field, text).success)) return text;
  if (name === 'model' && !/^[[{]/.test(text.trim())) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
