import { valuesOf } from '../../scripts/catalog/price-grid.ts';
import { randomNumbers } from '../../scripts/catalog/random-numbers.ts';
import type { JsonValue, PropertySchema, VendorRow } from '../../scripts/catalog/vendor-row.ts';

/** A body and what was done to it. */
export interface DrawnBody {
  readonly what: string;
  readonly body: Readonly<Record<string, JsonValue>>;
}

/** Bodies for a row: valid ones drawn from its schema, then each field once with values of the wrong kind, size or list. */
export function drawBodies(row: VendorRow): readonly DrawnBody[] {
  const { properties, required = [] } = row.schema;
  const random = randomNumbers(row.id);
  const pick = (property: PropertySchema) => {
    const values = goodValues(property, random);
    return values[Math.floor(random() * values.length)]!;
  };
  const only = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, pick(properties[name]!)]));
  const least = only(required);
  const all = only(Object.keys(properties));
  const drawn = Array.from({ length: 12 }, (_, index) => ({
    what: `drawn ${index}`,
    body: only(Object.keys(properties).filter((name) => required.includes(name) || random() < 0.6)),
  }));
  const missing = required.map((name) => ({
    what: `without ${name}`,
    body: Object.fromEntries(Object.entries(all).filter(([other]) => other !== name)),
  }));
  const bent = Object.entries(properties).flatMap(([name, property]) =>
    [...goodValues(property, random), ...badValues(property)].map((value) => ({
      what: `${name} = ${JSON.stringify(value)}`,
      body: { ...least, [name]: value },
    })),
  );
  return [{ what: 'the least', body: least }, { what: 'the most', body: all }, ...drawn, ...missing, ...bent];
}

function goodValues(property: PropertySchema, random: () => number): readonly JsonValue[] {
  if (property.type === 'string' && (property.minimum ?? property.maximum) !== undefined) {
    const { minimum = 1, maximum = 4096 } = property;
    return [`${minimum}*${maximum}`, `${maximum}*${maximum}`];
  }
  if (property.pattern) return ['640x480'];
  if (property.items?.$ref) return [[{ path: 'someone/something', scale: 0.5 }], [{ path: 'x' }], []].slice(0, 3);
  // Emoji count as one character with the vendor and two with zod: texts of options are drawn without them.
  return valuesOf(property, { near: [], random }).map((value) =>
    typeof value === 'string' && !property.enum ? value.replace(/[^a-z]/gu, 'x') : value,
  );
}

const others: readonly JsonValue[] = ['no such word', '', -7, 1e9, 1.5, true, [], {}, null];

function badValues(property: PropertySchema): readonly JsonValue[] {
  const { minimum, maximum, minItems, maxItems, minLength, maxLength, items, type } = property;
  const item: JsonValue = items?.type === 'object' || items?.$ref ? { nothing: 'known' } : 'x';
  const sides = type === 'string' && (minimum ?? maximum) !== undefined;
  return [
    ...others,
    ...(minimum === undefined ? [] : [sides ? `${minimum - 1}*${minimum}` : minimum - 1]),
    ...(maximum === undefined ? [] : [sides ? `${maximum}*${maximum + 1}` : maximum + 1]),
    ...(minItems ? [Array.from({ length: minItems - 1 }, () => item)] : []),
    ...(maxItems === undefined ? [] : [Array.from({ length: maxItems + 1 }, () => item)]),
    ...(items ? [[item], [7]] : []),
    ...(minLength ? ['x'.repeat(minLength - 1)] : []),
    ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)]),
  ];
}
