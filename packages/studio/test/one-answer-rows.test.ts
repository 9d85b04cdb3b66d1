import {
  createOperation,
  type Model,
  priceOf,
  type Provider,
  type Spec,
  usualPrice,
  vendorOf,
} from '@image-studio/core';
import { drawOptions, type Extent } from '@image-studio/core/contracts';
import { characterSpec } from '@image-studio/provider-character';
import { editSpec } from '@image-studio/provider-edit';
import { generateSpec } from '@image-studio/provider-generate';
import { translateSpec } from '@image-studio/provider-translate';
import { describe, expect, it } from 'vitest';
import { photo, setUp } from './one-answer-cells.ts';

const specs: readonly Spec[] = [generateSpec, characterSpec, editSpec, translateSpec];
const extents: readonly Extent[] = ['minimal', 'maximal'];
const rows = specs.flatMap((spec) =>
  Object.entries(spec.models)
    .filter(([id, { listedOnly }]) => ['gemini', 'openai'].includes(vendorOf(id)) && listedOnly === undefined)
    .map(([id, row]) => [spec.id, id, spec, row] as const),
);

const inputs = {
  prompt: 'quiet hills',
  image: photo,
  images: [photo, photo],
  reference: photo,
  references: [photo, photo, photo],
  targetLanguage: 'pt-BR',
  sourceLanguage: 'ja',
  size: { width: 1600, height: 900 },
  count: 2,
};

/** The least or the most that a row takes. */
function requestOf(spec: Spec, row: Model, extent: Extent): object {
  const takes = (name: string) => name in row.wire && name in spec.input.shape;
  const wanted = Object.entries(inputs).filter(([name]) => {
    if (extent === 'maximal') return takes(name) || (name === 'image' && 'image' in row.wire);
    return row.needs.includes(name);
  });
  return { ...Object.fromEntries(wanted), options: drawOptions(row.options, { extent, picture: '' }) };
}

async function open(spec: Spec, id: string) {
  const { sandbox, ports, vendors, store } = await setUp();
  const vendor = vendorOf(id) as keyof typeof vendors;
  const run = createOperation(spec, { ...ports, providers: { [vendor]: vendors[vendor] as Provider } });
  const send = (request: object) => run({ model: [id], ...request } as never, { account: 'acme' });
  const quoted = async () =>
    (await store.ledger.events({ account: 'acme', test: false }, { limit: 9 })).map(({ quoteMicros }) => quoteMicros);
  return { sandbox, send, quoted };
}

describe('every row of Gemini and OpenAI', { timeout: 60_000 }, () => {
  it('is there', () => {
    expect(rows.map(([operation, id]) => `${operation} ${id}`)).toHaveLength(24);
  });

  it.each(
    rows.flatMap(([operation, id, spec, row]) => extents.map((extent) => [operation, id, extent, spec, row] as const)),
  )('%s with %s does its %s request and bills what is charged', async (_, id, extent, spec, row) => {
    const { sandbox, send, quoted } = await open(spec, id);
    const { outputs, charge } = await send(requestOf(spec, row, extent));
    expect(outputs.map(({ kind }) => kind)).toEqual(
      Array.from({ length: extent === 'maximal' && 'count' in row.wire ? 2 : 1 }, () => 'image'),
    );
    expect(sandbox.bills().map(({ micros }) => micros)).toEqual([charge]);
    expect((await quoted())[0]).toBeGreaterThanOrEqual(charge);
  });

  it.each(rows)(
    '%s with %s refuses what is wrong before anything is sent, with its place',
    async (_, id, spec, row) => {
      const { sandbox, send } = await open(spec, id);
      const least = requestOf(spec, row, 'minimal') as { readonly options: object };
      const wrong: readonly (readonly [object, readonly (string | number)[]])[] = [
        [{ ...least, options: { ...least.options, steps: 7 } }, ['options', 'steps']],
        [{ ...least, options: { ...least.options, quality: 'best', imageSize: '8K' } }, ['options', 'quality']],
        [{ ...least, options: { ...least.options, output_compression: 101, temperature: 9 } }, ['options']],
      ];
      for (const [request, path] of wrong) {
        const error = await send(request).catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({ code: 'invalid_request', billed: 'no' });
        expect((error as { message: string }).message).toContain(path.join('.'));
      }
      expect(sandbox.requests()).toEqual([]);
    },
  );

  it.each(rows)(
    '%s with %s says a price whose lines add up, dearest where nothing is set',
    (_operation, _id, _spec, row) => {
      const { micros, basis, lines } = priceOf(row.price, {});
      expect(basis).toBe('bound');
      expect(usualPrice(row.price, {})).toBeLessThanOrEqual(micros);
      expect(lines.reduce((sum, line) => sum + line.micros, 0)).toBe(micros);
      for (const set of [{ quality: 'low' }, { imageSize: '1K' }, { maxOutputTokens: 2000 }]) {
        expect(priceOf(row.price, set).micros).toBeLessThanOrEqual(micros);
      }
    },
  );
});
