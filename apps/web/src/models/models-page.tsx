import type { Model } from '@image-studio/api-client';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useDrafts } from '../create/drafts.tsx';
import { operations } from '../create/operations.ts';
import { useModels } from '../data/queries.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { formatWords } from '../parts/format.ts';
import { PageHeader } from '../parts/page-header.tsx';
import { Segments } from '../parts/segments.tsx';
import { texts } from '../texts/english.ts';
import { operationTexts } from '../texts/operations.ts';
import { makerOf } from './maker-names.ts';
import { ModelCard, Price, skillsOf } from './model-card.tsx';
import { everyModel, filterModels, ModelFilters } from './model-filter.tsx';

const pageSize = 60;

/** Every model, as cards or as a table; choosing one begins the work with it. */
export function ModelsPage() {
  const [operation, setOperation] = useState('edit');
  const { data: models = [], error, refetch } = useModels(operation);
  const [query, setQuery] = useState(everyModel);
  const [look, setLook] = useState<'cards' | 'table'>('cards');
  const [limit, setLimit] = useState(pageSize);
  const navigate = useNavigate();
  const drafts = useDrafts();
  const found = filterModels(models, query);
  const shown = found.slice(0, limit);
  const choose = (model: Model) => {
    drafts.change(model.operation, (draft) => ({ ...draft, model: model.id, options: {} }));
    void navigate({ to: '/create/$operation', params: { operation: model.operation }, search: {} });
  };
  return (
    <>
      <PageHeader title={texts.models.title} lead={texts.models.lead}>
        <div className="w-44">
          <Segments
            required
            label={texts.models.title}
            value={look}
            values={[
              { value: 'cards', text: texts.models.cards },
              { value: 'table', text: texts.models.table },
            ]}
            onChange={(value) => setLook(value ?? 'cards')}
          />
        </div>
      </PageHeader>
      <div className="flex flex-col gap-4">
        <Segments
          wrap
          required
          label={texts.create.operations}
          value={operation}
          values={operations.map(({ id }) => ({ value: id, text: operationTexts[id]?.name ?? id }))}
          onChange={(value) => {
            setOperation(value ?? 'edit');
            setQuery({ ...query, kind: '', input: '' });
            setLimit(pageSize);
          }}
        />
        <ModelFilters
          models={models}
          query={query}
          kinds={[...new Set(models.flatMap(({ kinds }) => kinds))]}
          onChange={setQuery}
        />
        <p className="text-sm text-ink-soft" aria-live="polite">
          {found.length === 0 && models.length > 0
            ? texts.picker.none
            : texts.picker.count(found.length, models.length)}
        </p>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </div>
      <div className="py-5">
        {look === 'cards' ? (
          <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4">
            {shown.map((model) => (
              <li key={model.id}>
                <ModelCard model={model} chosen={false} onChoose={() => choose(model)} />
              </li>
            ))}
          </ul>
        ) : (
          <ModelTable models={shown} onChoose={choose} />
        )}
        {found.length > limit && (
          <div className="mt-8 grid place-items-center">
            <Button onClick={() => setLimit(limit + pageSize)}>{texts.history.more}</Button>
          </div>
        )}
      </div>
    </>
  );
}

const heads = [
  texts.create.model,
  texts.picker.vendor,
  texts.picker.tier,
  texts.picker.kind,
  texts.models.takes,
  texts.models.largest,
  texts.picker.from,
];

function ModelTable({
  models,
  onChoose,
}: {
  readonly models: readonly Model[];
  readonly onChoose: (model: Model) => void;
}) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={texts.models.title}>
      <table className="w-full min-w-5xl text-left text-sm">
        <thead className="text-ink-soft">
          <tr className="border-b border-line">
            {heads.map((head) => (
              <th key={head} scope="col" className="py-2 pr-6 font-medium">
                {formatWords(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {models.map((model) => (
            <tr key={model.id} className="border-b border-line align-top">
              <th scope="row" className="py-2.5 pr-6 font-normal">
                <button
                  type="button"
                  disabled={model.runnable === false}
                  onClick={() => onChoose(model)}
                  className="text-left font-semibold underline-offset-4 hover:underline"
                >
                  {model.name}
                </button>
                <span className="block text-ink-soft">{model.alias ?? model.id}</span>
              </th>
              <td className="py-2.5 pr-6">{makerOf(model.id)}</td>
              <td className="py-2.5 pr-6">{formatWords(model.tier)}</td>
              <td className="max-w-xs py-2.5 pr-6">{skillsOf(model).join(', ')}</td>
              <td className="max-w-xs py-2.5 pr-6 text-ink-soft">
                {model.inputs.map((name) => formatWords(name).toLowerCase()).join(', ')}
              </td>
              <td className="py-2.5 pr-6 whitespace-nowrap tabular-nums">
                {model.maxSide === null ? texts.models.notSaid : `${model.maxSide} px`}
              </td>
              <td className="py-2.5">
                <Price price={model.price} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
