import { describe, expect, it } from 'vitest';
import { createCatalogue, registry, type RecommendRequest, specs } from '../src/index.ts';

const prefers = ['budget', 'balanced', 'quality'] as const;
const priceOf = ({ ranking }: ReturnType<typeof registry.recommend>) => ranking[0]!.micros;

/** Tasks that several models can do. */
const tasks: readonly RecommendRequest[] = [
  { operation: 'generate' },
  { operation: 'generate', inputs: ['prompt', 'aspectRatio'] },
  { operation: 'generate', inputs: ['prompt'], size: { width: 1024, height: 1536 } },
  { operation: 'character', inputs: ['prompt', 'reference'] },
  { operation: 'edit', inputs: ['prompt', 'image'] },
  { operation: 'edit', inputs: ['prompt', 'images'] },
  { operation: 'edit', kind: 'inpaint', inputs: ['prompt', 'image', 'mask'] },
  { operation: 'edit', kind: 'erase', inputs: ['image', 'mask'] },
  { operation: 'edit', kind: 'outpaint', inputs: ['image', 'aspectRatio'] },
  { operation: 'edit', kind: 'remove-background', inputs: ['image'] },
  { operation: 'edit', kind: 'enhance', inputs: ['image'] },
  { operation: 'upscale', inputs: ['image', 'scale'] },
  { operation: '3d', inputs: ['image'] },
  { operation: '3d', kind: 'text', inputs: ['prompt'] },
  { operation: '3d', kind: 'views', inputs: ['views.front', 'views.back', 'views.left', 'views.right'] },
  { operation: 'faceswap', inputs: ['image', 'face'] },
  { operation: 'translate', inputs: ['image', 'targetLanguage'] },
  { operation: 'video', inputs: ['image', 'prompt', 'seconds'] },
];

describe('a recommended model', () => {
  it.each(tasks.flatMap((task) => prefers.map((prefer) => [task, prefer] as const)))(
    'for %j, preferring %s, takes what is given and needs nothing else',
    (task, prefer) => {
      const { model, ranking, reason } = registry.recommend({ ...task, prefer });
      expect(model).toMatchObject({ operation: task.operation, id: ranking[0]!.id });
      expect(model.runnable).toBe(true);
      if (task.kind !== undefined) expect(model.kinds).toContain(task.kind);
      for (const input of task.inputs ?? [])
        expect([...model.inputs, ...model.inputs.map((name) => name.replace(/s$/, ''))]).toContain(
          input === 'images' ? 'images' : input,
        );
      expect(reason).toContain(`preferring ${prefer}`);
    },
  );

  it.each(tasks)('for %j is the cheapest for budget, and never the cheapest for quality', (task) => {
    const prices = registry.recommend(task).ranking.map(({ micros }) => micros);
    const [cheapest, balanced, best] = prefers.map((prefer) => priceOf(registry.recommend({ ...task, prefer })));
    expect(cheapest).toBe(Math.min(...prices));
    expect(new Set(prices).size).toBeGreaterThan(1);
    expect(best).toBeGreaterThan(cheapest!);
    expect(balanced).toBeLessThanOrEqual(best!);
  });

  it.each([
    [
      { operation: 'upscale', inputs: ['image', 'scale'], prefer: 'budget' },
      { vendor: 'local', tier: 'free' },
    ],
    [{ operation: 'upscale', inputs: ['image', 'scale'], prefer: 'balanced' }, { tier: 'mid' }],
    [{ operation: 'generate', prefer: 'balanced' }, { tier: 'mid' }],
    [
      { operation: 'edit', inputs: ['prompt', 'image'], prefer: 'balanced' },
      { tier: 'mid', kinds: ['instruct'] },
    ],
    [
      { operation: 'edit', inputs: ['prompt', 'image'], prefer: 'quality', vendor: 'wavespeed' },
      { alias: 'nano-banana-pro-edit-ultra' },
    ],
    [{ operation: 'video', inputs: ['image', 'prompt'], prefer: 'balanced' }, { tier: 'mid' }],
    [{ operation: '3d', inputs: ['image'], prefer: 'balanced' }, { tier: 'mid' }],
    [{ operation: 'character', prefer: 'balanced' }, { tier: 'mid' }],
    [{ operation: 'translate', prefer: 'quality', vendor: 'wavespeed' }, { alias: 'image-translator' }],
    [{ operation: 'upscale', vendor: 'local', prefer: 'quality' }, { id: 'local/lanczos3' }],
  ] as const)('for %j is %j', (request, expected) => {
    expect(registry.recommend(request).model).toMatchObject(expected);
  });

  it('comes with the reasons: price, tier, what was next, and how many were left out for what', () => {
    const { reason, leftOut, ranking, weights } = registry.recommend({
      operation: 'edit',
      inputs: ['prompt', 'image', 'mask'],
    });
    expect(reason).toMatch(
      /^best of \d+ models .*\$0\.\d+, tier mid.*; next: .+; left out: \d+ do not take mask as given/,
    );
    const all = Object.keys(specs['edit']!.models).length;
    expect(leftOut.reduce((sum, { count }) => sum + count, ranking.length)).toBe(all);
    expect(weights.price + weights.tier + weights.strengths).toBeCloseTo(1);
  });

  it('is of a vendor at hand', () => {
    const catalogue = createCatalogue(specs, new Set(['local']));
    expect(catalogue.recommend({ operation: 'upscale', prefer: 'quality' }).model.id).toBe('local/lanczos3');
    expect(() => catalogue.recommend({ operation: 'edit' })).toThrow(expect.objectContaining({ code: 'unsupported' }));
    expect(catalogue.list()).toHaveLength(1);
  });

  it('is refused where no model can do it, or an input is none of the operation', () => {
    expect(() => registry.recommend({ operation: 'edit', kind: 'search-recolor', vendor: 'wavespeed' })).toThrow(
      expect.objectContaining({ code: 'unsupported' }),
    );
    expect(() => registry.recommend({ operation: 'edit', inputs: ['picture'] })).toThrow(
      /"picture" is no input of edit/,
    );
    expect(() => registry.recommend({ operation: 'paint' })).toThrow(/No operation "paint"/);
  });
});
