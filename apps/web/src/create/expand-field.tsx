import type { InputValue } from '@image-studio/api-client';
import { FieldGroup } from '../parts/field.tsx';
import { formatWords } from '../parts/format.ts';
import { inputTexts } from '../texts/operations.ts';
import { withEntry } from './drafts.tsx';
import { sides } from './input-values.ts';

/** How many pixels are added at each side. */
export function ExpandField({
  value,
  onChange,
}: {
  readonly value: InputValue | undefined;
  readonly onChange: (value: InputValue | undefined) => void;
}) {
  const { label = '', help } = inputTexts['expand'] ?? {};
  const given = (value ?? {}) as Readonly<Record<string, number>>;
  const set = (side: string, text: string) => {
    const next = withEntry(given, side, text === '' ? undefined : Number(text));
    onChange(Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <FieldGroup label={label} help={help}>
      <div className="grid grid-cols-4 gap-2">
        {sides.map((side) => (
          <label key={side} className="flex flex-col gap-1 text-sm text-ink-soft">
            {formatWords(side)}
            <input
              type="number"
              min={0}
              step={8}
              placeholder="0"
              value={given[side] ?? ''}
              onChange={(event) => set(side, event.target.value)}
              className="field-box h-9"
            />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
