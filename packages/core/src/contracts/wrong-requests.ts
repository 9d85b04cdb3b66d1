import * as z from 'zod';
import type { Model } from '../validation/model.ts';

/** A request that is wrong in one place. */
export interface WrongRequest {
  readonly what: string;
  /** The place that the refusal must name: `options.seed`. */
  readonly path: string;
  readonly request: Readonly<Record<string, unknown>>;
}

type Request = Readonly<Record<string, unknown>>;
type Schema = z.core.JSONSchema.BaseSchema;

/** A row's least request made wrong in every way that its schema allows to be told: one fault each. */
export function wrongRequests(row: Model, least: Request): readonly WrongRequest[] {
  const { properties = {}, required = [] } = z.toJSONSchema(row.options, { io: 'input', unrepresentable: 'any' });
  const options = (least['options'] ?? {}) as Request;
  const withOption = (what: string, name: string, value: unknown): WrongRequest => ({
    what: `${what}: ${name}`,
    path: `options.${name}`,
    request: { ...least, options: { ...options, [name]: value } },
  });
  const fields = Object.entries(properties) as [string, Schema][];
  return [
    withOption('an unknown option', 'no_such_option', 1),
    ...fields.filter(([, { enum: words }]) => words).map(([name]) => withOption('a wrong word', name, 'no such word')),
    ...fields.flatMap(([name, { minimum, maximum }]) => [
      ...(isBound(minimum) ? [withOption('a number too small', name, minimum - 1)] : []),
      ...(isBound(maximum) ? [withOption('a number too large', name, maximum + 1)] : []),
    ]),
    ...required.map((name) => ({
      what: `a missing option: ${name}`,
      path: `options.${name}`,
      request: { ...least, options: omit(options, name) },
    })),
    ...row.needs.map((name) => missingInput(name, least)),
    ...('aspectRatio' in row.wire
      ? [{ what: 'a shape of no width', path: 'aspectRatio', request: shapeless(least) }]
      : []),
  ];
}

function missingInput(name: string, least: Request): WrongRequest {
  const [head = '', part] = name.split('.');
  const whole = omit(omit(least, head), `${head}s`);
  const request = part === undefined ? whole : { ...whole, [head]: omit((least[head] ?? {}) as Request, part) };
  return { what: `a missing input: ${name}`, path: name, request };
}

const shapeless = (least: Request) => ({ ...omit(least, 'size'), aspectRatio: '0:9' });

const isBound = (bound: number | undefined): bound is number =>
  bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;

function omit(fields: Request, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
}
