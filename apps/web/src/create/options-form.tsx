import type { InputValue, Model } from '@image-studio/api-client';
import { texts } from '../texts/english.ts';
import { type Change, type Draft, withEntry } from './drafts.tsx';
import { OptionControl } from './option-control.tsx';
import { optionsOf } from './option-schema.ts';

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
