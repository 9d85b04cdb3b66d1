import * as z from 'zod';
import type { Issue } from '../errors/error-table.ts';
import { StudioError } from '../errors/studio-error.ts';
import type { Spec } from './model.ts';
import type { AnyRequest } from './request.ts';

/** A request taken apart: inputs checked by the operation's schema, the choice of a model, and options still unchecked. */
export interface ParsedRequest {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly choice:
    | string
    | readonly string[]
    | { readonly prefer: 'budget' | 'balanced' | 'quality'; readonly vendor?: string | undefined };
  readonly options: Readonly<Record<string, unknown>>;
}

const choiceSchema = z.union(
  [
    z.string(),
    z.array(z.string()).min(1).max(8),
    z.strictObject({ prefer: z.enum(['budget', 'balanced', 'quality']), vendor: z.string().optional() }),
  ],
  { error: 'Expected a model id, a list of ids, or { prefer: "budget" | "balanced" | "quality" }' },
);

const optionsSchema = z.record(z.string(), z.unknown());

/** Checks the form of a request against its operation. Throws `invalid_request` with the path of each fault. */
export function parseRequest(spec: Spec, request: AnyRequest): ParsedRequest {
  const { model: choice, options, ...inputs } = request ?? {};
  return {
    inputs: check(spec.input, inputs, []),
    choice: choice === undefined ? { prefer: 'balanced' } : check(choiceSchema, choice, ['model']),
    options: options === undefined ? {} : check(optionsSchema, options, ['options']),
  };
}

/** Schemas that were asked for. One that is again gets a compiled parser: for a single request that takes longer to make than it saves. */
const asked = new WeakSet<z.core.$ZodType>();

/** Parses with any schema; faults become `invalid_request` with `at` before their paths. Undefined values count as absent. */
export function check<Schema extends z.core.$ZodType>(
  schema: Schema,
  value: unknown,
  at: Issue['path'],
): z.output<Schema> {
  const isFirst = !asked.has(schema);
  asked.add(schema);
  const parsed = z.safeParse(schema, withoutUndefined(value), { jitless: isFirst });
  if (parsed.success) return parsed.data;
  throw invalidRequest(parsed.error.issues.flatMap((issue) => issuesOf(issue, at)));
}

/** The error of a request that is wrong in these places. */
export function invalidRequest(issues: readonly Issue[]): StudioError<'invalid_request'> {
  const text = issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
  return new StudioError('invalid_request', text, { details: { issues } });
}

function issuesOf(issue: z.core.$ZodIssue, at: Issue['path']): Issue[] {
  const path = [...at, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], message: 'Unknown field' }));
  return [{ path, message: issue.message }];
}

function withoutUndefined(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}
