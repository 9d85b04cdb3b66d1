import { isStudioError, retiredModel } from '@image-studio/core';
import { describe, expect, it } from 'vitest';
import { getModels, registry, specs } from '../src/index.ts';
import { knownIds } from './known-ids.ts';
import { knownNames } from './known-names.ts';

/** Vendors whose manifests are there; names of the others cannot mean anything yet. */
const vendors = new Set(registry.list().map(({ vendor }) => vendor));
const vendorOf = (id: string) => id.split('/')[0]!;
const gone = (means: string) => means === 'retired' || means === 'unsupported';

function answerFor(operation: string, name: string): string {
  try {
    return registry.get(operation, name).id;
  } catch (error) {
    if (!isStudioError(error, 'unknown_model')) throw error;
    const { message } = error;
    return /was retired; its successor is/.test(message)
      ? 'retired'
      : /is not offered: .{10}/.test(message)
        ? 'unsupported'
        : message;
  }
}

describe('a short id', () => {
  it.each(knownNames.filter(([, , means]) => gone(means) || vendors.has(vendorOf(means))))(
    'for %s, %s, means %s',
    (operation, name, means) => expect(answerFor(operation, name)).toBe(means),
  );

  it('of a vendor that is not there yet is one of these', () => {
    const missing = knownNames.filter(([, , means]) => !gone(means) && !vendors.has(vendorOf(means)));
    console.log(
      `${knownNames.length} names, ${missing.length} wait for their vendors: ${missing.map(([, name]) => name).join(', ')}`,
    );
    for (const [operation, name, means] of missing) expect(specs[operation]!.names?.aliases?.[name], name).toBe(means);
  });

  it('that means two things is told apart by the operation', () => {
    const ids = getModels('vidu-reference-to-image-q2').map(({ operation }) => operation);
    expect(ids.toSorted()).toEqual(['character', 'generate']);
    for (const operation of ids)
      expect(registry.get(operation, 'vidu-reference-to-image-q2').operation).toBe(operation);
  });
});

describe('a vendor', () => {
  it.each([...new Set(knownIds.map(vendorOf))].filter((vendor) => vendors.has(vendor)))(
    '%s has every model that it offers, or the reason why not',
    (vendor) => {
      const there = new Set(registry.list({ vendor }).map(({ id }) => id));
      const answered = (id: string) => retiredModel(id, Object.values(specs)) !== undefined;
      expect(knownIds.filter((id) => vendorOf(id) === vendor && !there.has(id) && !answered(id))).toEqual([]);
    },
  );

  it('that is not there yet has models that wait for it', () => {
    const waiting = knownIds.filter((id) => !vendors.has(vendorOf(id)));
    console.log(`${waiting.length} of ${knownIds.length} ids wait: ${waiting.join(', ')}`);
    expect(new Set(knownIds).size).toBe(knownIds.length);
  });
});

describe('a retired model', () => {
  it('is answered with its successor, in its operation and without one', () => {
    const error = { code: 'unknown_model', message: 'seededit-v3 was retired; its successor is seedream-v4.5-edit' };
    expect(() => registry.get('edit', 'seededit-v3')).toThrow(expect.objectContaining(error));
    expect(() => getModels('seededit-v3')).toThrow(expect.objectContaining(error));
  });

  it('has a successor that is there, as soon as its vendor is', () => {
    for (const spec of Object.values(specs)) {
      for (const [name, known] of Object.entries(spec.names?.retired ?? {})) {
        if (!('successor' in known) || (known.successor.includes('/') && !vendors.has(vendorOf(known.successor))))
          continue;
        expect(registry.get(spec.id, known.successor).id, name).toBeTruthy();
      }
    }
  });
});
