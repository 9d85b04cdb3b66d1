import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { preferenceWeights, tierWorth } from '../../packages/core/src/index.ts';

it('the decision record shows the weights that the choice of a model uses', () => {
  const document = readFileSync(new URL('../../docs/decisions/0010-choosing-a-model.md', import.meta.url), 'utf8');
  const rows = [
    ...document.matchAll(/^\| `(budget|balanced|quality)`[^|]* \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| (.+) \|$/gm),
  ];
  const shown = rows.map(([, prefer, price, tier, strengths, worth = '']) => ({
    prefer,
    weights: { price: Number(price), tier: Number(tier), strengths: Number(strengths) },
    worth: worth === 'nothing' ? [0, 0, 0, 0] : worth.split(', ').map(Number),
  }));
  const used = (['budget', 'balanced', 'quality'] as const).map((prefer) => ({
    prefer,
    weights: preferenceWeights[prefer],
    worth: (['free', 'budget', 'mid', 'premium'] as const).map((tier) => tierWorth[prefer][tier]),
  }));
  expect(shown).toEqual(used);
});
