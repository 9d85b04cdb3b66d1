import type { Model } from '@image-studio/api-client';
import { FieldGroup } from '../parts/field.tsx';
import { Segments } from '../parts/segments.tsx';
import { inputTexts } from '../texts/operations.ts';
import { texts } from '../texts/english.ts';
import { type Change, type Draft, withEntry } from './drafts.tsx';
import { shapes } from './input-values.ts';

/** The shape of the result as small frames; where the model takes exact sizes, width and height too. */
export function ShapeField({
  draft,
  model,
  change,
}: {
  readonly draft: Draft;
  readonly model: Model | undefined;
  readonly change: (how: Change) => void;
}) {
  const size = draft.values['size'] as { width?: number; height?: number } | undefined;
  const ratio = draft.values['aspectRatio'] as string | undefined;
  const label = inputTexts['aspectRatio']?.label ?? '';
  const setRatio = (next: string | undefined) =>
    change((old) => ({ ...old, values: withEntry(withEntry(old.values, 'size', undefined), 'aspectRatio', next) }));
  const setSide = (side: 'width' | 'height', text: string) =>
    change((old) => {
      const before = (old.values['size'] ?? {}) as Record<string, number>;
      const next = withEntry(before, side, text === '' ? undefined : Number(text));
      return {
        ...old,
        values: withEntry(
          withEntry(old.values, 'aspectRatio', undefined),
          'size',
          Object.keys(next).length > 0 ? next : undefined,
        ),
      };
    });
  return (
    <FieldGroup label={label} aside={<span className="text-sm text-ink-soft">{texts.create.optional}</span>}>
      <Segments
        label={label}
        value={ratio}
        values={shapes.map((shape) => ({ value: shape, text: <Frame shape={shape} />, label: shape }))}
        onChange={setRatio}
      />
      {model?.inputs.includes('size') && (
        <div className="mt-1 flex items-center gap-2">
          {(['width', 'height'] as const).map((side) => (
            <input
              key={side}
              type="number"
              min={16}
              aria-label={texts.create[side]}
              placeholder={texts.create[side].split(' ')[0]}
              value={size?.[side] ?? ''}
              onChange={(event) => setSide(side, event.target.value)}
              className="field-box h-9 text-sm"
            />
          ))}
          <span className="text-sm text-ink-soft">px</span>
        </div>
      )}
    </FieldGroup>
  );
}

/** A shape as a small outline with its name below. */
function Frame({ shape }: { readonly shape: string }) {
  const [width = 1, height = 1] = shape.split(':').map(Number);
  const scale = 18 / Math.max(width, height);
  return (
    <span className="flex flex-col items-center gap-1 py-0.5">
      <span className="grid h-5 place-items-center">
        <span
          className="rounded-[2.5px] border-[1.5px] border-current"
          style={{ width: width * scale, height: height * scale }}
        />
      </span>
      <span className="text-[11px] leading-3 tabular-nums">{shape}</span>
    </span>
  );
}
