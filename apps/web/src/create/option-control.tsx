import type { InputValue } from '@image-studio/api-client';
import { Dices } from 'lucide-react';
import { Slider, Switch } from 'radix-ui';
import { useId, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Field, FieldGroup } from '../parts/field.tsx';
import { Segments } from '../parts/segments.tsx';
import { texts } from '../texts/english.ts';
import { optionHelp } from '../texts/options.ts';
import { isListOfRows, ListControl } from './list-control.tsx';
import { labelOfOption, type OptionSchema } from './option-schema.ts';

interface ControlProps {
  readonly name: string;
  readonly schema: OptionSchema;
  readonly value: InputValue | undefined;
  readonly onChange: (value: InputValue | undefined) => void;
}

/** The control that fits an option: segments, a list, a switch, a slider, a number, text, rows, or JSON for deeper structures. */
export function OptionControl({ name, schema: given, value, onChange }: ControlProps) {
  const schema = given.anyOf?.find(({ type }) => type !== 'null') ?? given;
  const label = labelOfOption(name);
  const help = optionHelp[name];
  const common = { name, schema, value, onChange };
  const type = [schema.type].flat()[0];
  if (schema.enum) return <EnumControl {...common} />;
  if (type === 'boolean') return <SwitchControl {...common} />;
  if (type === 'integer' || type === 'number') return <NumberControl {...common} />;
  if (isListOfRows(schema)) return <ListControl label={label} help={help} {...common} />;
  if (type === 'array' || type === 'object') return <JsonControl {...common} />;
  return (
    <Field label={label} help={help}>
      {(ids) => (
        <input
          {...ids}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value || undefined)}
          className="field-box h-10"
        />
      )}
    </Field>
  );
}

function EnumControl({ name, schema, value, onChange }: ControlProps) {
  const values = (schema.enum ?? []).filter((one) => one !== null);
  const label = labelOfOption(name);
  const back = (text: string | undefined) => onChange(values.find((one) => String(one) === text));
  const short = values.length <= 4 && values.every((one) => String(one).length <= 10);
  if (short)
    return (
      <FieldGroup label={label} help={optionHelp[name]}>
        <Segments
          label={label}
          value={value === undefined ? undefined : String(value)}
          values={values.map((one) => ({ value: String(one), text: String(one) }))}
          onChange={back}
        />
      </FieldGroup>
    );
  return (
    <Field label={label} help={optionHelp[name]}>
      {(ids) => (
        <select
          {...ids}
          value={String(value ?? '')}
          onChange={(event) => back(event.target.value || undefined)}
          className="field-box h-10"
        >
          <option value="">{schema.default === undefined ? texts.create.ownDefault : String(schema.default)}</option>
          {values.map((one) => (
            <option key={String(one)}>{String(one)}</option>
          ))}
        </select>
      )}
    </Field>
  );
}

function SwitchControl({ name, schema, value, onChange }: ControlProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <label htmlFor={id} className="text-sm font-semibold">
        {labelOfOption(name)}
        {optionHelp[name] && <span className="block font-normal text-ink-soft">{optionHelp[name]}</span>}
      </label>
      <Switch.Root
        id={id}
        checked={value === undefined ? schema.default === true : value === true}
        onCheckedChange={onChange}
        className="h-6 w-10.5 shrink-0 rounded-full bg-edge p-0.5 transition-colors data-[state=checked]:bg-accent"
      >
        <Switch.Thumb className="block size-5 rounded-full bg-card transition-transform data-[state=checked]:translate-x-4.5" />
      </Switch.Root>
    </div>
  );
}

function NumberControl({ name, schema, value, onChange }: ControlProps) {
  const { minimum, maximum, multipleOf } = schema;
  const whole = schema.type === 'integer';
  const label = labelOfOption(name);
  const span = minimum !== undefined && maximum !== undefined ? maximum - minimum : Number.POSITIVE_INFINITY;
  const step = multipleOf ?? (whole ? 1 : span <= 2 ? 0.01 : 0.1);
  const isSeed = /seed/.test(name);
  const drawn = () => Math.floor(Math.random() * Math.min(maximum ?? 2_147_483_647, 2_147_483_647));
  return (
    <Field label={label} help={optionHelp[name]}>
      {(ids) => (
        <div className="flex items-center gap-3">
          {span <= 1000 && !isSeed && (
            <Slider.Root
              min={minimum ?? 0}
              max={maximum ?? 1}
              step={step}
              value={[Number(value ?? schema.default ?? minimum ?? 0)]}
              onValueChange={([next]) => onChange(next)}
              className="relative flex h-6 flex-1 touch-none items-center"
            >
              <Slider.Track className="relative h-1 flex-1 rounded-full bg-line">
                <Slider.Range className="absolute h-full rounded-full bg-ink" />
              </Slider.Track>
              <Slider.Thumb aria-label={label} className="block size-4.5 rounded-full border-2 border-ink bg-card" />
            </Slider.Root>
          )}
          <input
            {...ids}
            type="number"
            min={minimum}
            max={maximum}
            step={step}
            value={value === undefined ? '' : Number(value)}
            placeholder={schema.default === undefined ? '' : String(schema.default)}
            onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.valueAsNumber)}
            className={`field-box h-10 ${span <= 1000 && !isSeed ? 'w-22!' : ''}`}
          />
          {isSeed && (
            <Button look="icon" aria-label={texts.create.drawSeed} onClick={() => onChange(drawn())}>
              <Dices size={18} aria-hidden />
            </Button>
          )}
        </div>
      )}
    </Field>
  );
}

function JsonControl({ name, value, onChange }: ControlProps) {
  const [text, setText] = useState(value === undefined ? '' : JSON.stringify(value));
  const [wrong, setWrong] = useState(false);
  const change = (next: string) => {
    setText(next);
    try {
      onChange(next.trim() === '' ? undefined : (JSON.parse(next) as InputValue));
      setWrong(false);
    } catch {
      setWrong(true);
    }
  };
  return (
    <Field label={labelOfOption(name)} help={optionHelp[name] ?? texts.create.asJson}>
      {(ids) => (
        <textarea
          {...ids}
          rows={2}
          spellCheck={false}
          value={text}
          aria-invalid={wrong}
          onChange={(event) => change(event.target.value)}
          className="field-box font-mono text-sm"
        />
      )}
    </Field>
  );
}
