import type { Model } from '@image-studio/api-client';
import { useState } from 'react';
import { formatPriceFrom } from '../parts/format.ts';
import { texts } from '../texts/english.ts';
import type { Change, Draft } from './drafts.tsx';
import { ModelPicker } from './model-picker.tsx';
import type { OperationForm } from './operations.ts';

/** The chosen model, and the way to another. */
export function ModelField(props: {
  readonly operation: OperationForm;
  readonly model: Model | undefined;
  readonly draft: Draft;
  readonly change: (how: Change) => void;
}) {
  const { operation, model, draft, change } = props;
  const [open, setOpen] = useState(false);
  const automatic = typeof draft.model !== 'string';
  const name = automatic ? texts.picker.auto : (model?.name ?? draft.model);
  const about =
    typeof draft.model !== 'string'
      ? texts.picker[draft.model.prefer]
      : model?.price &&
        `${texts.picker.from} ${formatPriceFrom(model.price.minMicros)} ${texts.picker.perUnit(model.price.unit)}`;
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-sm font-semibold">{texts.create.model}</span>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="flex items-center justify-between gap-3 rounded-[10px] border border-edge bg-card px-3 py-2 text-left hover:border-ink"
      >
        <span className="min-w-0">
          <span className="block truncate text-sm font-medium">{name}</span>
          <span className="block truncate text-sm text-ink-soft">{about}</span>
        </span>
        <span className="text-sm font-medium text-accent">{texts.create.change}</span>
      </button>
      {open && (
        <ModelPicker
          operation={operation.id}
          kind={draft.values['kind'] as string | undefined}
          chosen={draft.model}
          onClose={() => setOpen(false)}
          onChoose={(choice) => {
            change((old) => ({ ...old, model: choice, options: choice === old.model ? old.options : {} }));
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}
