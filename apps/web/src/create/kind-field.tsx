import type { InputValue } from '@image-studio/api-client';
import { useState } from 'react';
import { FieldGroup } from '../parts/field.tsx';
import { formatWords } from '../parts/format.ts';
import { Segments } from '../parts/segments.tsx';
import { texts } from '../texts/english.ts';
import { inputTexts, kindTexts } from '../texts/operations.ts';

const shownAtFirst = 7;

/** What is to be done; the first is what happens when nothing is said. The rarer ones stand behind a button. */
export function KindField(props: {
  readonly kinds: readonly string[];
  readonly value: InputValue | undefined;
  readonly onChange: (kind: string | undefined) => void;
}) {
  const label = inputTexts['kind']?.label ?? '';
  const [first = ''] = props.kinds;
  const chosen = String(props.value ?? first);
  const [all, setAll] = useState(false);
  const open = all || props.kinds.indexOf(chosen) >= shownAtFirst;
  const shown = open ? props.kinds : props.kinds.slice(0, shownAtFirst);
  return (
    <FieldGroup
      label={label}
      aside={
        open || props.kinds.length <= shownAtFirst ? null : (
          <button
            type="button"
            onClick={() => setAll(true)}
            className="text-sm font-medium text-accent underline-offset-4 hover:underline"
          >
            {texts.create.moreKinds(props.kinds.length - shownAtFirst)}
          </button>
        )
      }
    >
      <Segments
        wrap
        required
        label={label}
        value={chosen}
        values={shown.map((kind) => ({ value: kind, text: kindTexts[kind] ?? formatWords(kind) }))}
        onChange={(kind) => props.onChange(kind === first ? undefined : kind)}
      />
    </FieldGroup>
  );
}
