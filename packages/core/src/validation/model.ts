import type * as z from 'zod';
import type { PriceRule } from '../result/price.ts';
import type { Condition } from '../result/price-expression.ts';
import type { AssetKind } from './asset-input.ts';
import type { PictureBounds } from './picture-bounds.ts';
import type { SizeBounds } from './fit-sides.ts';

/** What marks the pixels to edit in a vendor's masks; ours are always white. */
export type MaskMark = 'white' | 'black' | 'transparent';

/** What a model costs beside its neighbours, for choosing; the price itself is the price rule. */
export type Tier = 'free' | 'budget' | 'mid' | 'premium';

/**
 * How one of our inputs travels in the vendor's body. A plain string is the vendor's field name: text and numbers go as they are,
 * a picture as its address, `images` as a list.
 */
export type WireField =
  | string
  /** A picture within bounds; any other is refused before it is sent. */
  | ({ readonly field: string; readonly as: 'picture' } & PictureBounds)
  /** A text of so many characters. */
  | { readonly field: string; readonly as: 'text'; readonly min?: number; readonly max?: number }
  /** A list of files; with `edit` each is a mask. */
  | {
      readonly field: string;
      readonly as: 'list';
      readonly min?: number;
      readonly max: number;
      readonly edit?: MaskMark;
    }
  | { readonly field: string; readonly as: 'mask'; readonly edit: MaskMark }
  /** Sizes in pixels, or the shape of one; and shapes, or the shape of a size: `size` and `aspectRatio` may share a field. */
  | {
      readonly field: string;
      readonly as: 'size';
      readonly separator: string;
      readonly min: number;
      readonly max: number;
      readonly within?: SizeBounds;
    }
  | { readonly field: string; readonly as: 'size'; readonly separator: string; readonly values: readonly string[] }
  /** The same as an object `{ width, height }`. */
  | { readonly field: string; readonly as: 'sides'; readonly min: number; readonly max: number }
  | { readonly field: string; readonly as: 'aspect'; readonly values: readonly string[] }
  /** One of these numbers; the vendor may spell them as text (`5s`). */
  | { readonly field: string; readonly as: 'nearest'; readonly values: readonly (number | string)[] }
  /** What the model always does: nothing is sent. Another number gets a warning, another word is refused. */
  | { readonly field: string; readonly as: 'fixed'; readonly value: number | string }
  /** Any whole number within the bounds. */
  | { readonly field: string; readonly as: 'range'; readonly min: number; readonly max: number }
  /** An enlargement, as the size of the result in millions of pixels. */
  | {
      readonly field: string;
      readonly as: 'megapixels';
      readonly min: number;
      readonly max: number;
      readonly whole: boolean;
    }
  | { readonly field: string; readonly as: 'longest-side'; readonly values: Readonly<Record<string, number>> }
  /** The vendor's names of resolutions (`720p`) and the lines each has; the nearest is taken. */
  | { readonly field: string; readonly as: 'resolution'; readonly values: Readonly<Record<string, number>> }
  /** Our words and the vendor's for them; other words are refused with the list. */
  | { readonly field: string; readonly as: 'choice'; readonly values: Readonly<Record<string, string>> }
  /** BCP 47 tags and the vendor's names for them; a tag without region or script stands for all of its language. */
  | { readonly field: string; readonly as: 'language'; readonly values: Readonly<Record<string, string>> }
  /** Any language, by its English name in a sentence where `{}` stands; several sentences of one field are joined. */
  | { readonly field: string; readonly as: 'language'; readonly sentence: string }
  | { readonly field: string; readonly as: 'count'; readonly max: number }
  /** What the model does anyway, in our words: checked and never sent. */
  | { readonly field: ''; readonly as: 'given'; readonly values: readonly string[] };

/**
 * From our input names to the vendor's fields. An input without an entry is one that the model cannot take.
 * A part of a structured input has a dotted name: `views.front`, `expand.left`. Two inputs may share a field, and a request sets one of them.
 */
export type WireMap = Readonly<Record<string, WireField>>;

/**
 * What depends on other fields of the body. Where the condition holds, `field` must be one of these if it is set (with an empty list
 * it must not be set), or at least one of the fields in `needs` must be set.
 */
export type BodyCheck =
  | { readonly when: Condition; readonly field: string; readonly oneOf: readonly (string | number)[] }
  | { readonly when: Condition; readonly needs: readonly string[] };

/** Where the input `seed` goes; it may carry a drawn number when the caller set none: it makes the call recognisable in the vendor's history. */
export interface SeedField {
  readonly field: string;
  /** The largest seed; the smallest drawn is 1. */
  readonly max: number;
}

/** One row of a manifest: everything the shared code knows about a model. Add a model by adding a row. */
export interface Model<
  Options extends z.core.$ZodType = z.core.$ZodType,
  Alias extends string = string,
> extends ModelFacts<Alias> {
  /** The vendor's own parameters, strict: only what the caller set is sent. */
  readonly options: Options;
}

/** A {@link Model} as it is written. The schema of its options takes longer to make than all else: given as a function it is made when it is first asked for. */
export interface ModelRow<Options extends z.core.$ZodType, Alias extends string> extends ModelFacts<Alias> {
  readonly options: Options | (() => Options);
}

/** What a {@link Model} says beside its options. */
export interface ModelFacts<Alias extends string> {
  readonly name: string;
  /** A short id that means this row within its operation. */
  readonly alias?: Alias;
  /** The vendor's path of the model. */
  readonly endpoint: string;
  readonly wire: WireMap;
  /** What the vendor allows only together with other fields. */
  readonly checks?: readonly BodyCheck[];
  /** Inputs without which the vendor refuses. */
  readonly needs: readonly string[];
  readonly price: PriceRule;
  /** The price was agreed with the vendor: its list price does not count. */
  readonly agreedPrice?: true;
  /** The price rule is the last one proved, on this day (ISO); the vendor has since stated no formula that could be checked. */
  readonly unverifiedSince?: string;
  /** Why this row is shown but cannot be run, as the end of a sentence: its price is not known, or nobody here speaks to its provider. */
  readonly listedOnly?: string;
  readonly tier: Tier;
  readonly capabilities: readonly string[];
  /** What an edit model does; the first is the default. */
  readonly kinds?: readonly string[];
  /** Picked by a preference only for a request that names one of its kinds; a request that names the model gets it anyway. */
  readonly byKind?: true;
  readonly seed?: SeedField;
  /** Longest side of a result in pixels, where the vendor states it. */
  readonly maxSide?: number;
  /** Seconds a call may take before the caller is told `timed_out`. */
  readonly deadline: number;
  /** The day (ISO) these facts were taken from the vendor. */
  readonly asOf: string;
}

/** A manifest: rows by id `vendor/model-path`. */
export type Models = Readonly<Record<string, Model>>;

/** An operation as data: its id, its input schema and its models. */
export interface Spec<
  Id extends string = string,
  Input extends z.ZodObject = z.ZodObject,
  Rows extends Models = Models,
> {
  readonly id: Id;
  readonly input: Input;
  /**
   * Which inputs are files, and of which kind; a `mask` is a picture whose white is to be edited. A file within a structured
   * input has a dotted name: `views.front`. Where both `face` and `faces` are named they mean one list.
   */
  readonly assets: Readonly<Record<string, AssetKind | 'mask'>>;
  /** Inputs that are kept with the run and that no vendor gets, such as the consent to use a likeness. */
  readonly recorded?: readonly string[];
  /** What its results are. */
  readonly output: AssetKind;
  readonly models: Rows;
  /** Other names, and what to answer for models that are no longer there. */
  readonly names?: ModelNames;
}

/** What is answered for a name that once meant a model: what took its place, or why there is nothing like it here. */
export type Retired = { readonly successor: string } | { readonly unsupported: true; readonly reason: string };

/** Names of an operation beside the ids and aliases of its rows. */
export interface ModelNames {
  /** Name to id. A name whose row is not there is as good as none. */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly retired?: Readonly<Record<string, Retired>>;
}

/** A manifest row whose options type and alias survive inference, and nothing else: keeps declarations small. */
export function model<Options extends z.core.$ZodType, const Alias extends string = never>(
  row: ModelRow<Options, Alias>,
): Model<Options, Alias> {
  const { options } = row;
  if (typeof options !== 'function') return { ...row, options };
  let made: Options | undefined;
  return {
    ...row,
    get options() {
      return (made ??= options());
    },
  };
}

/** The vendor of a model id: the part before the first slash. */
export function vendorOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}
