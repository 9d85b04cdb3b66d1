import { describe, expect, it } from 'vitest';
import { priceOf } from '../../packages/core/src/index.ts';
import { confirmPrice } from '../../scripts/catalog/confirm-price.ts';
import { driftBetween, driftReport } from '../../scripts/catalog/drift.ts';
import { makeManifests } from '../../scripts/catalog/make-manifests.ts';
import { committedRows, rowsOfSource } from '../../scripts/catalog/manifest-file.ts';
import { translatePrice } from '../../scripts/catalog/translate-price.ts';
import type { VendorRow } from '../../scripts/catalog/vendor-row.ts';
import { sandboxRows } from './sandbox-answer.ts';

const rows = sandboxRows();
const committed = { edit: await committedRows('provider-edit'), upscale: await committedRows('provider-upscale') };
const change = (id: string, changed: Partial<VendorRow>) =>
  rows.map((row) => (row.id === id ? { ...row, ...changed } : row));

async function freshUpscale(answer: readonly VendorRow[], confirmed = false) {
  const confirms = async () => confirmed;
  const made = await makeManifests({ rows: answer, date: '2026-11-22', committed, confirms });
  return { made, fresh: await rowsOfSource('provider-upscale', made.sources['upscale']!) };
}

const drift = async (answer: readonly VendorRow[]) =>
  driftBetween(committed.upscale, (await freshUpscale(answer)).fresh);
const upscaler = rows.find(({ id }) => id === 'clarity-ai/pro-upscaler')!;

describe('drift', () => {
  it('is none against the answer that was synced', async () => {
    expect(driftReport({ upscale: await drift(rows) })).toEqual([]);
  });

  it('shows a new model, one that is gone, another price and another schema', async () => {
    const schema = { ...upscaler.schema, properties: { ...upscaler.schema.properties, sharpness: { type: 'number' } } };
    const answer = [
      ...change('clarity-ai/pro-upscaler', { schema: schema as VendorRow['schema'] })
        .filter(({ id }) => id !== 'wavespeed-ai/seedvr2/image')
        .map((row) => (row.id === 'wavespeed-ai/image-upscaler' ? { ...row, basePrice: 12_000 } : row)),
      { ...upscaler, id: 'clarity-ai/new-upscaler' },
    ];
    expect(await drift(answer)).toEqual({
      added: ['wavespeed/clarity-ai/new-upscaler'],
      removed: ['wavespeed/wavespeed-ai/seedvr2/image'],
      price: ['wavespeed/wavespeed-ai/image-upscaler'],
      schema: ['wavespeed/clarity-ai/pro-upscaler'],
    });
    expect(driftReport({ upscale: await drift(answer) })).toHaveLength(4);
  });
});

describe('an answer without a formula', () => {
  const silent = change('clarity-ai/pro-upscaler', { formula: null });

  it('leaves the rule that was proved before, with its date, and marks it', async () => {
    const { made, fresh } = await freshUpscale(silent);
    const row = fresh['wavespeed/clarity-ai/pro-upscaler']!;
    const { asOf, unverifiedSince = '2026-11-22' } = committed.upscale['wavespeed/clarity-ai/pro-upscaler']!;
    expect(row).toMatchObject({ asOf, unverifiedSince });
    expect(priceOf(row.price, { target_megapixels: 10 }).micros).toBe(300_000);
    expect(made.unverified).toEqual(['clarity-ai/pro-upscaler']);
    expect(fresh['wavespeed/clarity-ai/flux-upscaler']).toMatchObject({ asOf: '2026-11-22' });
  });

  it('is as good as new where the vendor’s price call confirms the rule', async () => {
    const { made, fresh } = await freshUpscale(silent, true);
    expect(fresh['wavespeed/clarity-ai/pro-upscaler']).toMatchObject({ asOf: '2026-11-22' });
    expect(fresh['wavespeed/clarity-ai/pro-upscaler']).not.toHaveProperty('unverifiedSince');
    expect(made.unverified).toEqual([]);
  });

  it('gives no price to a row that was never proved', async () => {
    const answer = [...rows, { ...upscaler, id: 'clarity-ai/new-upscaler', formula: null }];
    const { made, fresh } = await freshUpscale(answer);
    expect(fresh).not.toHaveProperty(['wavespeed/clarity-ai/new-upscaler']);
    expect(made.catalogue.exclusions).toContainEqual({
      id: 'clarity-ai/new-upscaler',
      kind: 'data',
      reason: expect.stringContaining('no formula'),
    });
  });
});

describe('the vendor’s price call', () => {
  const translation = translatePrice(upscaler, 'image');
  const rule = 'rule' in translation ? translation.rule : expect.fail(translation.reason);
  const answering = (priceFor: (inputs: { target_megapixels?: number }) => number) => ({
    key: 'test',
    base: 'http://vendor.invalid/api/v3',
    fetch: async (_: string, { body }: RequestInit) =>
      Response.json({ data: { price: priceFor(JSON.parse(String(body)).inputs) } }),
  });

  it('confirms a rule that gives the same everywhere', async () => {
    const call = answering(({ target_megapixels: size = 4 }) => 0.03 * size);
    expect(await confirmPrice(upscaler, rule, call)).toBe(true);
  });

  it('does not confirm one that differs somewhere, or when it fails', async () => {
    const dearer = answering(({ target_megapixels: size = 4 }) => (size > 60 ? 9 : 0.03 * size));
    expect(await confirmPrice(upscaler, rule, dearer)).toBe(false);
    const down = { ...dearer, fetch: async () => new Response('', { status: 503 }) };
    expect(await confirmPrice(upscaler, rule, down)).toBe(false);
  });
});
