import type { Effect } from '../media/recipe.ts';

/** What the vendor checks of one field. Numbers are bounds, both included; sides and areas in pixels. */
export type Field =
  | { readonly type: 'text'; readonly least: number; readonly required?: true }
  | { readonly type: 'number' | 'integer'; readonly bounds: readonly [number, number] }
  | { readonly type: 'choice'; readonly of: readonly string[] }
  | ({ readonly type: 'picture'; readonly required?: true } & PictureRule);

/** Which pictures a field takes. */
export interface PictureRule {
  readonly sides?: readonly [number, number];
  readonly area?: readonly [number, number];
  /** The longer side at most so many times the shorter. */
  readonly ratio?: number;
}

/** How large a result is. */
export type ResultSize =
  | { readonly as: 'aspect' | 'shape'; readonly pixels: number }
  | { readonly as: 'own' | 'grown' | 'fourfold' | 'longest' };

/** A path of the vendor: what it costs, what it takes, what it makes. */
export interface Endpoint {
  /** Of one US cent each. By the field `model` where there is a table. */
  readonly credits: number | Readonly<Record<string, number>>;
  readonly fields: Readonly<Record<string, Field>>;
  /** Of these at least one must be there; for sides of a picture also above 0. */
  readonly oneOf?: readonly string[];
  /** Fields that make no sense without one of the others. */
  readonly requires?: Readonly<Record<string, readonly string[]>>;
  readonly effect: Effect;
  readonly size: ResultSize;
  readonly asynchronous?: true;
}
