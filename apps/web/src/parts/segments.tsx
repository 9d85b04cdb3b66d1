import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';

/** One of a few values, side by side; a second press takes it back where nothing may be chosen. */
export function Segments<Value extends string>(props: {
  readonly label: string;
  readonly value: Value | undefined;
  readonly values: readonly { readonly value: Value; readonly text: ReactNode; readonly label?: string }[];
  readonly onChange: (value: Value | undefined) => void;
  readonly required?: boolean;
  readonly wrap?: boolean;
  /** For pictures instead of words. */
  readonly tiles?: boolean;
}) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={props.label}
      value={props.value ?? ''}
      onValueChange={(value) => {
        if (value !== '' || !props.required) props.onChange(value === '' ? undefined : (value as Value));
      }}
      className={props.wrap || props.tiles ? 'flex flex-wrap gap-1.5' : 'flex rounded-[10px] bg-well p-1'}
    >
      {props.values.map(({ value, text, label }) => (
        <ToggleGroup.Item
          key={value}
          value={value}
          aria-label={label}
          className={
            props.tiles
              ? 'rounded-xl border-2 border-transparent p-0.5 hover:border-line data-[state=on]:border-ink'
              : props.wrap
                ? 'rounded-full border border-line bg-card px-3 py-1 text-sm text-ink-soft hover:border-edge hover:text-ink data-[state=on]:border-ink data-[state=on]:bg-ink data-[state=on]:text-paper'
                : 'min-w-0 flex-1 truncate rounded-[7px] px-2 py-1 text-sm font-medium text-ink-soft hover:text-ink data-[state=on]:bg-card data-[state=on]:text-ink data-[state=on]:shadow-sm'
          }
        >
          {text}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
