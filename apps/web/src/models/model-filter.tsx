import type { Model } from '@image-studio/api-client';
import { Search } from 'lucide-react';
import { formatWords } from '../parts/format.ts';
import { texts } from '../texts/english.ts';
import { inputTexts, kindTexts } from '../texts/operations.ts';
import { nameOfMaker } from './maker-names.ts';

/** What of the models is shown, and in which order. Empty texts leave everything in. */
export interface ModelQuery {
  readonly search: string;
  readonly tier: string;
  readonly vendor: string;
  readonly kind: string;
  readonly input: string;
  readonly sort: 'known' | 'price' | 'name';
}

/** Everything, the models with a short name first. */
export const everyModel: ModelQuery = { search: '', tier: '', vendor: '', kind: '', input: '', sort: 'known' };

/** The models that pass, in order. Every word of the search must be in the name, id, alias or capabilities. */
export function filterModels(
  models: readonly Model[],
  { search, tier, vendor, kind, input, sort }: ModelQuery,
): readonly Model[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const passing = models.filter((model) => {
    const text = [model.name, model.id, model.alias, ...model.capabilities, ...model.kinds].join(' ').toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (tier === '' || model.tier === tier) &&
      (vendor === '' || model.vendor === vendor) &&
      (input === '' || model.inputs.includes(input)) &&
      (kind === '' || model.kinds.includes(kind) || model.operation === kind)
    );
  });
  const price = (model: Model) => (model.price ? model.price.minMicros : Number.MAX_SAFE_INTEGER);
  const known = ({ alias }: Model) => (alias === null ? 1 : 0);
  const orders: Readonly<Record<ModelQuery['sort'], (one: Model, other: Model) => number>> = {
    known: (one, other) => known(one) - known(other) || price(one) - price(other),
    price: (one, other) => price(one) - price(other),
    name: () => 0,
  };
  return passing.toSorted((one, other) => orders[sort](one, other) || one.name.localeCompare(other.name));
}

/** Search and filters above a list of models. */
export function ModelFilters(props: {
  readonly models: readonly Model[];
  readonly query: ModelQuery;
  readonly kinds: readonly string[];
  readonly onChange: (query: ModelQuery) => void;
}) {
  const { models, query, onChange } = props;
  const choice = (
    name: 'tier' | 'vendor' | 'kind' | 'input' | 'sort',
    label: string,
    values: readonly (readonly [string, string])[],
  ) => (
    <label className="flex min-w-0 flex-col gap-x-2 gap-y-1 text-sm text-ink-soft sm:flex-row sm:items-center">
      {label}
      <select
        value={query[name]}
        onChange={(event) => onChange({ ...query, [name]: event.target.value })}
        className="field-box h-9 py-0 text-sm sm:w-auto sm:max-w-44"
      >
        {values.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const listed = (values: readonly string[], nameOf = formatWords) => [
    ['', texts.picker.any] as const,
    ...[...new Set(values)].toSorted().map((one) => [one, nameOf(one)] as const),
  ];
  const vendors = new Set(models.map(({ vendor }) => vendor));
  return (
    <div className="@container">
      <div className="grid grid-cols-2 gap-x-4 gap-y-2.5 sm:flex sm:flex-wrap sm:items-center">
        <div className="relative col-span-2 w-full min-w-56 @6xl:w-auto @6xl:flex-1">
          <Search size={16} aria-hidden className="absolute top-3 left-3 text-ink-soft" />
          <input
            type="search"
            aria-label={texts.picker.search}
            placeholder={texts.picker.search}
            value={query.search}
            onChange={(event) => onChange({ ...query, search: event.target.value })}
            className="field-box h-10 pl-9!"
          />
        </div>
        {props.kinds.length > 1 &&
          choice(
            'kind',
            texts.picker.kind,
            listed(props.kinds, (kind) => kindTexts[kind] ?? formatWords(kind)),
          )}
        {choice(
          'input',
          texts.models.takes,
          listed(
            models.flatMap(({ inputs }) => inputs.filter((name) => !name.includes('.'))),
            (name) => inputTexts[name]?.label ?? formatWords(name),
          ),
        )}
        {choice('tier', texts.picker.tier, listed(models.map(({ tier }) => tier)))}
        {vendors.size > 1 && choice('vendor', texts.picker.vendor, listed([...vendors], nameOfMaker))}
        {choice('sort', texts.picker.sort, [
          ['known', texts.picker.known],
          ['price', texts.picker.cheapest],
          ['name', texts.picker.byName],
        ])}
      </div>
    </div>
  );
}
