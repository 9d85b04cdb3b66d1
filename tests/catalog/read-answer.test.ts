import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../packages/sandbox/src/index.ts';
import { confirmPrice } from '../../scripts/catalog/confirm-price.ts';
import { readAnswer, rowsOf } from '../../scripts/catalog/read-answer.ts';
import { translatePrice } from '../../scripts/catalog/translate-price.ts';
import { sandboxAnswer, sandboxRows } from './sandbox-answer.ts';

const base = 'http://vendor.sandbox.invalid/api/v3';
const sandbox = createSandbox({ baseUrl: 'http://vendor.sandbox.invalid' });
const fetch = async (address: string, options: RequestInit) => sandbox.fetch(new Request(address, options));

describe('the vendor’s answer', () => {
  it('is the same from its endpoint and from a saved file', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'catalogue-')), 'answer.json');
    writeFileSync(path, JSON.stringify(sandboxAnswer()));
    const saved = await readAnswer(path, { fetch });
    expect(saved).toHaveLength(sandboxAnswer().data.length);
    expect(saved.length).toBeGreaterThan(500);
    expect(await readAnswer(`${base}/models`, { fetch, key: 'test' })).toEqual(saved);
  });

  it('needs a key from its endpoint, and is refused where it is none', async () => {
    await expect(readAnswer(`${base}/models`, { fetch })).rejects.toThrow(/WAVESPEED_API_KEY/);
    await expect(readAnswer(`${base}/nothing`, { fetch, key: 'test' })).rejects.toThrow(/answered 404/);
    expect(() => rowsOf({ code: 200 })).toThrow(/no list "data"/);
    expect(() => rowsOf({ data: [{ model_id: 'acme/paint', base_price: 1 }] })).toThrow(
      /acme\/paint has no request schema/,
    );
  });

  it('says of a row without a formula that it is not known, of an empty one that the price is flat', () => {
    const [row] = sandboxAnswer().data as { formula?: string }[];
    const { formula: _, ...silent } = row!;
    expect(rowsOf({ data: [silent] })[0]).toMatchObject({ formula: null });
    expect(rowsOf({ data: [{ ...silent, formula: '' }] })[0]).toMatchObject({ formula: '' });
  });
});

it('every upscale rule is confirmed by the vendor’s own price call', async () => {
  const rows = sandboxRows().filter(({ type }) => type === 'upscaler');
  const confirmed = await Promise.all(
    rows.map(async (row) => {
      const translation = translatePrice(row, 'image');
      return 'rule' in translation && confirmPrice(row, translation.rule, { fetch, key: 'test', base });
    }),
  );
  expect(confirmed).toEqual(rows.map(() => true));
});
