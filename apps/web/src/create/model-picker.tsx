import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useModels } from '../data/queries.ts';
import { ModelCard } from '../models/model-card.tsx';
import { everyModel, filterModels, ModelFilters } from '../models/model-filter.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { Modal } from '../parts/modal.tsx';
import { Segments } from '../parts/segments.tsx';
import { texts } from '../texts/english.ts';
import type { ModelChoice } from './drafts.tsx';

/** All models of an operation to choose from, or the studio's own choice. */
export function ModelPicker(props: {
  readonly operation: string;
  readonly kind: string | undefined;
  readonly chosen: ModelChoice;
  readonly onChoose: (choice: ModelChoice) => void;
  readonly onClose: () => void;
}) {
  const { data: models = [], error, refetch } = useModels(props.operation);
  const [query, setQuery] = useState({ ...everyModel, kind: props.kind ?? '' });
  const shown = filterModels(models, query);
  const prefer = typeof props.chosen === 'string' ? undefined : props.chosen.prefer;
  return (
    <Modal open wide onClose={props.onClose} title={texts.picker.title} description={texts.picker.lead}>
      <div className="flex min-h-0 flex-1 flex-col max-sm:overflow-y-auto">
        <div className="flex flex-col gap-4 px-5 pb-4 sm:px-7">
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-xl bg-accent-soft px-4 py-3">
            <div className="flex min-w-60 flex-1 items-start gap-3">
              <Sparkles size={18} aria-hidden className="mt-0.5 shrink-0 text-accent" />
              <p className="text-sm">
                <span className="block font-semibold">{texts.picker.auto}</span>
                {texts.picker.autoHelp}
              </p>
            </div>
            <div className="w-full sm:w-80">
              <Segments
                label={texts.picker.auto}
                value={prefer}
                values={(['budget', 'balanced', 'quality'] as const).map((value) => ({
                  value,
                  text: texts.picker[value],
                }))}
                onChange={(value) => props.onChoose({ prefer: value ?? prefer ?? 'balanced' })}
              />
            </div>
          </div>
          <ModelFilters
            models={models}
            query={query}
            kinds={[...new Set(models.flatMap(({ kinds }) => kinds))]}
            onChange={setQuery}
          />
          <p className="text-sm text-ink-soft" aria-live="polite">
            {texts.picker.count(shown.length, models.length)}
          </p>
        </div>
        <div
          className="border-t border-line px-5 py-5 sm:min-h-0 sm:flex-1 sm:overflow-y-auto sm:px-7"
          tabIndex={0}
          role="region"
          aria-label={texts.picker.title}
        >
          <ErrorNotice error={error} onRetry={() => void refetch()} />
          {!error && shown.length === 0 && models.length > 0 && <p className="text-ink-soft">{texts.picker.none}</p>}
          <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {shown.map((model) => (
              <li key={model.id}>
                <ModelCard model={model} chosen={model.id === props.chosen} onChoose={() => props.onChoose(model.id)} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Modal>
  );
}
