import type { Model } from '@image-studio/api-client';
import { formatPriceFrom, formatWords } from '../parts/format.ts';
import { kindTexts } from '../texts/operations.ts';
import { makerOf } from './maker-names.ts';
import { texts } from '../texts/english.ts';

const shownCapabilities = 3;

/** What every model of an operation does says nothing. */
const vague = new Set(['General edit', 'Text to image', 'Image to video', 'Upscale', 'Face swap']);

/** A model to press: name, maker, what it does, from which price. */
export function ModelCard({
  model,
  chosen,
  onChoose,
}: {
  readonly model: Model;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const { name, id, price, tier, runnable, reason } = model;
  const does = skillsOf(model).slice(0, shownCapabilities);
  return (
    <button
      type="button"
      disabled={runnable === false}
      aria-pressed={chosen}
      onClick={onChoose}
      className="flex h-full w-full flex-col gap-2 rounded-xl border border-line bg-card p-4 text-left transition-colors hover:border-edge disabled:opacity-60 aria-pressed:border-accent aria-pressed:ring-1 aria-pressed:ring-accent"
    >
      <span className="flex w-full items-baseline justify-between gap-3">
        <span className="min-w-0 truncate font-semibold" title={name}>
          {name}
        </span>
        <Price price={price} />
      </span>
      <span className="w-full truncate text-sm text-ink-soft" title={id}>
        {makerOf(id)} · {formatWords(tier)}
      </span>
      <span className="w-full truncate text-sm text-ink-soft">
        {runnable === false ? (reason ?? texts.picker.listedOnly) : does.join(', ')}
      </span>
    </button>
  );
}

/** What a model does, in words: its kinds, then its capabilities. */
export function skillsOf({ kinds, capabilities }: Model): readonly string[] {
  const others = capabilities.filter((one) => !kinds.includes(one.replaceAll('_', '-')));
  const words = [...kinds.map((kind) => kindTexts[kind] ?? formatWords(kind)), ...others.map(formatWords)];
  return [...new Set(words.filter((word) => !vague.has(word)))];
}

/** From which price, with its unit. */
export function Price({ price }: Pick<Model, 'price'>) {
  if (!price) return <span className="text-sm text-ink-soft">{texts.picker.unknownPrice}</span>;
  return (
    <span className="shrink-0 text-sm whitespace-nowrap tabular-nums">
      <span className="font-semibold">{formatPriceFrom(price.minMicros)}</span>
      <span className="text-ink-soft"> / {price.unit}</span>
    </span>
  );
}
