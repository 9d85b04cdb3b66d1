import type { InputValue } from '@image-studio/api-client';
import { Plus, X } from 'lucide-react';
import { Button } from '../parts/button.tsx';
import { FieldGroup } from '../parts/field.tsx';
import { texts } from '../texts/english.ts';
import { labelOfOption, type OptionSchema } from './option-schema.ts';

type Row = Readonly<Record<string, string | number>>;

/** Can rows of plain fields stand for this option, such as LoRAs with a path and a scale? */
export function isListOfRows({ type, items }: OptionSchema): boolean {
  const fields = Object.values(items?.properties ?? {});
  return type === 'array' && fields.length > 0 && fields.every((field) => kindOf(field) !== undefined);
}

/** A list of small structures: a row each, added and taken away. */
export function ListControl(props: {
  readonly label: string;
  readonly help: string | undefined;
  readonly schema: OptionSchema;
  readonly value: InputValue | undefined;
  readonly onChange: (value: InputValue | undefined) => void;
}) {
  const { label, schema, onChange } = props;
  const rows = (props.value ?? []) as readonly Row[];
  const fields = Object.entries(schema.items?.properties ?? {});
  const set = (next: readonly Row[]) => onChange(next.length === 0 ? undefined : (next as InputValue));
  const change = (at: number, name: string, field: OptionSchema, text: string) =>
    set(
      rows.map((row, index) =>
        index === at ? withField(row, name, kindOf(field) === 'text' ? text : Number(text), text) : row,
      ),
    );
  return (
    <FieldGroup label={label} help={props.help}>
      {rows.map((row, at) => (
        // A row has no name of its own: it is where it stands.
        <div key={at} className="flex items-end gap-2">
          {fields.map(([name, field]) => (
            <label key={name} className="flex min-w-0 flex-1 flex-col gap-1 text-sm text-ink-soft">
              {labelOfOption(name)}
              <input
                type={kindOf(field) === 'text' ? 'text' : 'number'}
                step="any"
                min={field.minimum}
                max={field.maximum}
                value={row[name] ?? ''}
                onChange={(event) => change(at, name, field, event.target.value)}
                className="field-box h-9"
              />
            </label>
          ))}
          <Button
            look="icon"
            aria-label={`${texts.pictures.remove}: ${label} ${at + 1}`}
            onClick={() => set(rows.filter((_, index) => index !== at))}
          >
            <X size={16} aria-hidden />
          </Button>
        </div>
      ))}
      {rows.length < (schema.maxItems ?? 16) && (
        <Button look="quiet" className="-ml-3 self-start" onClick={() => set([...rows, {}])}>
          <Plus size={16} aria-hidden />
          {texts.pictures.add}
        </Button>
      )}
    </FieldGroup>
  );
}

function withField(row: Row, name: string, value: string | number, text: string): Row {
  const { [name]: _, ...rest } = row;
  return text === '' ? rest : { ...rest, [name]: value };
}

function kindOf({ type }: OptionSchema): 'text' | 'number' | undefined {
  const [first] = [type].flat();
  if (first === 'string') return 'text';
  return first === 'number' || first === 'integer' ? 'number' : undefined;
}
