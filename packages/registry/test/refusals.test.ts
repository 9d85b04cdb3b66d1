import { drawRequest, isStudioError } from '@image-studio/core';
import { wrongRequests } from '@image-studio/core/contracts';
import { describe, expect, it } from 'vitest';
import { registry, specs } from '../src/index.ts';

const facts = { width: 1024, height: 1024 };
const rows = Object.values(specs).flatMap((spec) =>
  Object.entries(spec.models)
    .filter(([, { listedOnly }]) => listedOnly === undefined)
    .map(([id, row]) => [`${spec.id} ${id}`, spec, id, row] as const),
);

/** Where a quote says that the request is wrong. */
function placesOf(operation: string, request: Parameters<typeof registry.quote>[1]): readonly string[] {
  try {
    registry.quote(operation, request);
    return ['nowhere: it was priced'];
  } catch (error) {
    if (!isStudioError(error, 'invalid_request')) return [`no place: ${String(error)}`];
    return (error.details?.issues ?? []).map(({ path }) => path.join('.'));
  }
}

describe('before anything is sent', () => {
  it.each(rows)('%s refuses what is wrong, and says where', (_, spec, id, row) => {
    const address = 'https://example.com/picture.jpg';
    const { inputs, options } = drawRequest(spec, row, { extent: 'minimal', file: () => facts, address });
    const wrong = wrongRequests(row, { ...inputs, options });
    for (const { what, path, request } of wrong)
      expect(placesOf(spec.id, { model: id, ...request }), what).toContain(path);
    expect(wrong.length).toBeGreaterThan(1);
  });
});
