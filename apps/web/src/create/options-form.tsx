import type { InputValue, Model } from '@image-studio/api-client';
import { texts } from '../texts/english.ts';
import { type Change, type Draft, withEntry } from './drafts.tsx';
import { OptionControl, type OptionSchema } from './option-control.tsx';

/** The options of a model by name, where the server tells them: those that the form can ask for. */
export function optionsOf(model: Model | undefined): readonly (readonly [string, OptionSchema])[] {
  const schema = model?.options as { properties?: Record<string, OptionSchema> } | undefined;
  return Object.entries(schema?.properties ?? {});
}

/** The model's own settings, drawn from its JSON Schema. Only what is set is sent. */
export function OptionsForm({
  model,
  draft,
  change,
}: {
  readonly model: Model;
  readonly draft: Draft;
  readonly change: (how: Change) => void;
}) {
  const set = (name: string, value: InputValue | undefined) =>
    change((old) => ({ ...old, options: withEntry(old.options, name, value) }));
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="mb-3 text-sm text-ink-soft">{texts.create.options}</legend>
      {optionsOf(model).map(([name, schema]) => (
        <OptionControl
          key={name}
          name={name}
          schema={schema}
          value={draft.options[name]}
          onChange={(value) => set(name, value)}
        />
      ))}
    </fieldset>
  );
}
