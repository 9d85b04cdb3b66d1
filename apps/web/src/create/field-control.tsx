import type { InputValue, Model } from '@image-studio/api-client';
import { FieldGroup } from '../parts/field.tsx';
import { Segments } from '../parts/segments.tsx';
import { formatWords } from '../parts/format.ts';
import { inputTexts } from '../texts/operations.ts';
import { type Change, type Draft, type DraftFile, withEntry } from './drafts.tsx';
import { ExpandField } from './expand-field.tsx';
import { genders, kinds, modelFormats, pictureFormats, resolutions, scales } from './input-values.ts';
import { KindField } from './kind-field.tsx';
import { MaskField } from './mask-field.tsx';
import type { InputField } from './input-field.ts';
import { PlainControl } from './plain-control.tsx';
import { PictureField } from './picture-field.tsx';
import { ShapeField } from './shape-field.tsx';

/** The control of one input. */
export function FieldControl(props: {
  readonly field: InputField;
  readonly model: Model | undefined;
  readonly draft: Draft;
  readonly change: (how: Change) => void;
  readonly needed: boolean;
  readonly primary: boolean;
  readonly onSample: () => void;
}) {
  const { field, model, draft, change, needed } = props;
  const { name, widget } = field;
  const { label = formatWords(name), help } = inputTexts[name] ?? {};
  const value = draft.values[name];
  const set = (next: InputValue | undefined) =>
    change((old) => ({ ...old, values: withEntry(old.values, name, next) }));
  const setFiles = (how: (files: readonly DraftFile[]) => readonly DraftFile[]) =>
    change((old) => ({ ...old, files: { ...old.files, [name]: how(old.files[name] ?? []) } }));
  const files = draft.files[name] ?? [];
  const segments = <Value extends string>(values: readonly Value[], text: (one: Value) => string) => (
    <FieldGroup label={label} help={help}>
      <Segments
        label={label}
        value={value === undefined ? undefined : (String(value) as Value)}
        values={values.map((one) => ({ value: one, text: text(one) }))}
        onChange={(next) => set(next)}
      />
    </FieldGroup>
  );
  switch (widget) {
    case 'pictures':
    case 'audio': {
      const many = field.plural !== undefined && (model === undefined || model.inputs.includes(field.plural));
      const onSample = props.primary && needed ? props.onSample : undefined;
      return (
        <PictureField
          name={name}
          files={files}
          many={many}
          optional={!needed}
          takesPaste={props.primary}
          onChange={setFiles}
          onSample={onSample}
          sound={widget === 'audio'}
        />
      );
    }
    case 'mask':
      return <MaskField draft={draft} needed={needed} onChange={setFiles} />;
    case 'views':
      return (
        <div className="grid grid-cols-2 gap-4">
          {['front', 'back', 'left', 'right']
            .filter((side) => model?.inputs.includes(`views.${side}`))
            .map((side) => {
              const view = draft.views[side];
              const setView = (how: (old: readonly DraftFile[]) => readonly DraftFile[]) =>
                change((old) => ({
                  ...old,
                  views: withEntry(old.views, side, how(old.views[side] ? [old.views[side]] : []).at(-1)),
                }));
              const required = model?.needs.includes(`views.${side}`) ?? false;
              return (
                <PictureField
                  key={side}
                  name={`views.${side}`}
                  label={formatWords(side)}
                  files={view ? [view] : []}
                  many={false}
                  optional={!required}
                  takesPaste={false}
                  onChange={setView}
                />
              );
            })}
        </div>
      );
    case 'kind':
      return <KindField kinds={model ? model.kinds : kinds} value={value} onChange={set} />;
    case 'shape':
      return <ShapeField draft={draft} model={model} change={change} />;
    case 'scale':
      return (
        <FieldGroup label={label}>
          <Segments
            label={label}
            value={value === undefined ? undefined : String(value)}
            values={scales.map((one) => ({ value: String(one), text: `${one}×` }))}
            onChange={(next) => set(next === undefined ? undefined : Number(next))}
          />
        </FieldGroup>
      );
    case 'count':
      return (
        <FieldGroup label={label}>
          <Segments
            label={label}
            required
            value={String(value ?? 1)}
            values={['1', '2', '3', '4'].map((one) => ({ value: one, text: one }))}
            onChange={(next) => set(next === '1' ? undefined : Number(next))}
          />
        </FieldGroup>
      );
    case 'gender':
      return segments(genders, formatWords);
    case 'format':
      return segments(pictureFormats, (one) => one.toUpperCase());
    case 'formats':
      return (
        <FieldGroup label={label} help={help}>
          <Segments
            label={label}
            value={[value].flat()[0] === undefined ? undefined : String([value].flat()[0])}
            values={modelFormats.map((one) => ({ value: one, text: one.toUpperCase() }))}
            onChange={(next) => set(next === undefined ? undefined : [next])}
          />
        </FieldGroup>
      );
    case 'expand':
      return <ExpandField value={value} onChange={set} />;
    case 'consent':
      return (
        <label className="flex items-start gap-2.5 text-sm">
          <input
            type="checkbox"
            checked={value === true}
            onChange={(event) => set(event.target.checked || undefined)}
            className="mt-0.5 size-4 accent-accent"
          />
          {label}
        </label>
      );
    case 'resolution':
      return segments(resolutions, (one) => one);
    default:
      return <PlainControl field={field} value={value} needed={needed} onChange={set} />;
  }
}
