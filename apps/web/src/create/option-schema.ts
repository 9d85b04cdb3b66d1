import type { InputValue, Model } from '@image-studio/api-client';
import { formatWords } from '../parts/format.ts';
import { optionNames } from '../texts/options.ts';

/** As much of JSON Schema as options use. */
export interface OptionSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number | null)[];
  readonly const?: InputValue;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly default?: InputValue;
  readonly anyOf?: readonly OptionSchema[];
  readonly items?: OptionSchema;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, OptionSchema>>;
}

/** What an option is called here. */
export function labelOfOption(name: string): string {
  return optionNames[name] ?? formatWords(name);
}

/** The options of a model by name, where the server tells them: those that the form can ask for. */
export function optionsOf(model: Model | undefined): readonly (readonly [string, OptionSchema])[] {
  const schema = model?.options as { properties?: Record<string, OptionSchema> } | undefined;
  return Object.entries(schema?.properties ?? {});
}
