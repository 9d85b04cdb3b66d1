import type { ReactNode } from 'react';
import { FieldGroup } from './field.tsx';

/** Several of a few values, as boxes to tick with what each means. */
export function Choices<Value extends string>(props: {
  readonly label: string;
  readonly help?: string;
  readonly values: readonly { readonly value: Value; readonly text: string; readonly help?: ReactNode }[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
}) {
  const toggle = (value: Value, on: boolean) =>
    props.onChange(
      props.values.map((one) => one.value).filter((one) => (one === value ? on : props.chosen.includes(one))),
    );
  return (
    <FieldGroup label={props.label} help={props.help}>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {props.values.map(({ value, text, help }) => (
          <label key={value} className="flex items-start gap-2.5 text-sm">
            <input
              type="checkbox"
              checked={props.chosen.includes(value)}
              onChange={(event) => toggle(value, event.target.checked)}
              className="mt-0.5 size-4 accent-accent"
            />
            <span>
              {text}
              {help && <span className="block text-ink-soft">{help}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
