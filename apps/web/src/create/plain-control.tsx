import type { InputValue } from '@image-studio/api-client';
import { Field } from '../parts/field.tsx';
import { formatWords } from '../parts/format.ts';
import { texts } from '../texts/english.ts';
import { inputTexts } from '../texts/operations.ts';
import { languages } from './input-values.ts';
import type { InputField } from './input-field.ts';

/** The control of an input that is a text, a number or a language. */
export function PlainControl(props: {
  readonly field: InputField;
  readonly value: InputValue | undefined;
  readonly needed: boolean;
  readonly onChange: (value: InputValue | undefined) => void;
}) {
  const { field, value, needed, onChange } = props;
  const { label = formatWords(field.name), help, placeholder } = inputTexts[field.name] ?? {};
  const text = value === undefined ? '' : String(value);
  return (
    <Field label={label} help={help} optional={needed ? undefined : texts.create.optional}>
      {(ids) => {
        switch (field.widget) {
          case 'language':
            return (
              <select
                {...ids}
                value={text}
                onChange={(event) => onChange(event.target.value || undefined)}
                className="field-box h-10"
              >
                <option value="">{needed ? '' : texts.picker.any}</option>
                {languages.map((tag) => (
                  <option key={tag} value={tag}>
                    {languageNames.of(tag)}
                  </option>
                ))}
              </select>
            );
          case 'seconds':
          case 'number':
            return (
              <input
                {...ids}
                type="number"
                min={0}
                placeholder={placeholder}
                value={text}
                onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.valueAsNumber)}
                className="field-box h-10"
              />
            );
          case 'line':
            return (
              <input
                {...ids}
                value={text}
                placeholder={placeholder}
                onChange={(event) => onChange(event.target.value || undefined)}
                className="field-box h-10"
              />
            );
          default:
            return (
              <textarea
                {...ids}
                rows={4}
                value={text}
                placeholder={placeholder}
                onChange={(event) => onChange(event.target.value || undefined)}
                className="field-box field-sizing-content max-h-64 min-h-26 resize-none leading-6"
              />
            );
        }
      }}
    </Field>
  );
}

const languageNames = new Intl.DisplayNames(undefined, { type: 'language' });
