import { formatMicros, type Micros } from '../result/money.ts';
import type { Model, Tier } from './model.ts';
import type { Preference } from './request.ts';

/** What is weighed: each part is between 0 and 1, the weights of a preference add up to 1. */
export interface Weights {
  readonly price: number;
  readonly tier: number;
  readonly strengths: number;
}

/** A model that can do a request, with its score. */
export interface RankedModel {
  readonly id: string;
  readonly micros: Micros;
  readonly tier: Tier;
  readonly score: number;
  /** Those of its capabilities that count. */
  readonly strengths: readonly string[];
}

/** A model to be ranked. */
export interface Contender {
  readonly id: string;
  readonly row: Model;
  readonly micros: Micros;
}

/**
 * How much each part counts. `budget` is the price and nothing else; `quality` never looks at it; `balanced` looks for the middle
 * of the field. The reasons are in docs/decisions/0010-choosing-a-model.md.
 */
export const preferenceWeights: Readonly<Record<Preference['prefer'], Weights>> = {
  budget: { price: 1, tier: 0, strengths: 0 },
  balanced: { price: 0.3, tier: 0.5, strengths: 0.2 },
  quality: { price: 0, tier: 0.6, strengths: 0.4 },
};

/** What a tier is worth. For `balanced` the middle is best, and being free is no merit of its own. */
export const tierWorth: Readonly<Record<Preference['prefer'], Readonly<Record<Tier, number>>>> = {
  budget: { free: 0, budget: 0, mid: 0, premium: 0 },
  balanced: { free: 0, budget: 0.5, mid: 1, premium: 0.5 },
  quality: { free: 0, budget: 0.25, mid: 0.5, premium: 1 },
};

// prettier-ignore
/** Capabilities that speak for a better result; three of them are as good as more. A model known to be `fast` gives one up. */
export const strengths: ReadonlySet<string> = new Set([
  'high_res', 'professional', 'photorealistic', 'typography', 'text_rendering', 'text_edit', 'detail_preserving',
  'structure_preserving', 'identity_preservation', 'realistic_blending', 'multi_face', 'face_enhancement',
  'multi_reference', 'outfit_change', 'font_preservation', 'layout_aware', 'terminology',
  'pbr', 'textured', 'uv', 'topology', 'multi_view', 'sound',
]);

const enough = 3;
const leastMicros = 1000;

/** The contenders, best first: by score, then (for `quality` the dearer, else the cheaper) by price, then by id. */
export function rank(contenders: readonly Contender[], prefer: Preference['prefer']): readonly RankedModel[] {
  const typical = typicalPrice(contenders.map(({ micros }) => micros));
  const weights = preferenceWeights[prefer];
  const ranked = contenders.map(({ id, row, micros }): RankedModel => {
    const has = row.capabilities.filter((capability) => strengths.has(capability));
    const marks = Math.min(enough, Math.max(0, has.length - (row.capabilities.includes('fast') ? 1 : 0)));
    const score =
      weights.price * cheapness(micros, typical) +
      weights.tier * tierWorth[prefer][row.tier] +
      weights.strengths * (marks / enough);
    return { id, micros, tier: row.tier, score: Math.round(score * 1e6) / 1e6, strengths: has };
  });
  return ranked.toSorted((a, b) => b.score - a.score || byPrice(a, b, prefer) || (a.id < b.id ? -1 : 1));
}

/** Why the first of a ranking is first, in one sentence. */
export function explainFirst(ranking: readonly RankedModel[], prefer: Preference['prefer']): string {
  const [first, ...next] = ranking;
  if (first === undefined) return '';
  const good = first.strengths.length > 0 ? `, ${first.strengths.join(', ')}` : '';
  const others = next.slice(0, 3).map(({ id, micros }) => `${id} (${formatMicros(micros)})`);
  return [
    `best of ${ranking.length} models that can do this, preferring ${prefer}: ${formatMicros(first.micros)}, tier ${first.tier}${good}`,
    ...(others.length > 0 ? [`next: ${others.join(', ')}`] : []),
  ].join('; ');
}

/** 1 for free, a half at the typical price, a fifth at four times that. */
function cheapness(micros: Micros, typical: Micros): number {
  return 1 / (1 + micros / typical);
}

/** The median, at least a tenth of a cent. */
function typicalPrice(prices: readonly Micros[]): Micros {
  const sorted = prices.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
  return Math.max(leastMicros, median);
}

function byPrice(a: RankedModel, b: RankedModel, prefer: Preference['prefer']): number {
  return prefer === 'quality' ? b.micros - a.micros : a.micros - b.micros;
}
