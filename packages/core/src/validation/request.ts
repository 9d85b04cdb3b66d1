import type * as z from 'zod';
import type { Model, Models, Spec } from './model.ts';

/** Let the catalogue choose. Without `model` the choice is `balanced`. */
export interface Preference {
  readonly prefer: 'budget' | 'balanced' | 'quality';
  readonly vendor?: string;
}

type AliasOf<Row> = Row extends Model<z.core.$ZodType, infer Alias> ? Alias : never;

/** Ids and aliases of a manifest. */
export type ModelName<Rows extends Models> =
  | (keyof Rows & string)
  | { [Id in keyof Rows]: AliasOf<Rows[Id]> }[keyof Rows];

/** The id that an id or alias means. */
type IdOf<Rows extends Models, Name> = Name extends keyof Rows
  ? Name
  : { [Id in keyof Rows]: Name extends AliasOf<Rows[Id]> ? Id : never }[keyof Rows];

/** One model, several in order of fallback, a preference, or nothing. */
export type ModelChoice<Rows extends Models> = ModelName<Rows> | readonly ModelName<Rows>[] | Preference | undefined;

/** The options of a named model; for lists and preferences any, checked at run time against each candidate. */
type OptionsOf<Rows extends Models, Choice> = [Choice] extends [string]
  ? z.input<Rows[IdOf<Rows, Choice>]['options']>
  : Readonly<Record<string, unknown>>;

type OptionsField<Options> = {} extends Options ? { readonly options?: Options } : { readonly options: Options };

/** A request of an operation: its inputs, the model, and options in the vendor's own names that narrow by the model. */
export type RequestOf<S extends Spec, Choice> = z.input<S['input']> & { readonly model?: Choice } & OptionsField<
    OptionsOf<S['models'], Choice>
  >;

/** A request whose model is not known at compile time, as it comes over HTTP. */
export type AnyRequest = Readonly<Record<string, unknown>>;
