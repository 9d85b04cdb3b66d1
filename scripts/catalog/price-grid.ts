import type { PriceRule } from '../../packages/core/src/index.ts';
import { parseFormula, variablesOf } from './formula.ts';
import { fieldsOf } from './price-lines.ts';
import { randomNumbers } from './random-numbers.ts';
import type { JsonValue, PropertySchema, VendorRow } from './vendor-row.ts';

/** Inputs of a model, as the vendor names them. */
export type Inputs = Readonly<Record<string, JsonValue>>;

/**
 * Inputs that between them try everything a row's price can depend on: each field unset, at every listed value, at its
 * bounds and next to every number that the formula names, and at random (the same on every run). At most `most` of them.
 */
export function priceGrid(row: VendorRow, most = 2000): readonly Inputs[] {
  if (!row.formula) return [{}];
  return gridOver(row, { paths: [...variablesOf(parseFormula(row.formula))], near: numbersIn(row.formula), most });
}

/** The same from a rule's own fields and numbers, for a row whose formula is not known. */
export function priceGridOf(row: VendorRow, rule: PriceRule, most: number): readonly Inputs[] {
  const parts = rule.lines.flatMap((line) => fieldsOf('times' in line ? line.times : line.amount));
  const paths = [...parts, ...Object.keys(rule.defaults ?? {}), ...(rule.unless ? fieldsOf(rule.unless.when) : [])];
  return gridOver(row, { paths, near: numbersIn(JSON.stringify(rule.lines)), most });
}

function gridOver(
  row: VendorRow,
  { paths, near, most }: { readonly paths: readonly string[]; readonly near: readonly number[]; readonly most: number },
): readonly Inputs[] {
  const { properties } = row.schema;
  const fields = [...new Set(paths.map((path) => path.split('.')[0]!))];
  const declared = fields.filter((field) => properties[field] !== undefined);
  const random = randomNumbers(row.id);
  const axes = declared.map((field) => [undefined, ...valuesOf(properties[field]!, { near, random })] as const);
  const points = axes.reduce((product, { length }) => product * length, 1);
  const pick = (indexes: readonly number[]): Inputs =>
    Object.fromEntries(
      declared.flatMap((field, axis) => {
        const value = axes[axis]![indexes[axis]!];
        return value === undefined ? [] : [[field, value]];
      }),
    );
  if (points <= most) return Array.from({ length: points }, (_, index) => pick(split(index, axes)));
  const singles = axes.flatMap((axis, at) =>
    axis.map((_, index) => pick(axes.map((__, other) => (other === at ? index : 0)))),
  );
  const drawn = Array.from({ length: Math.max(0, most - singles.length) }, () =>
    pick(axes.map(({ length }) => Math.floor(random() * length))),
  );
  return [...singles, ...drawn];
}

interface Draw {
  readonly near: readonly number[];
  readonly random: () => number;
}

/** Values that the schema allows for a property. */
export function valuesOf(property: PropertySchema, draw: Draw): readonly JsonValue[] {
  if (property.enum) return property.enum;
  switch (property.type) {
    case 'boolean':
      return [true, false];
    case 'integer':
    case 'number':
      return numbers(property, draw);
    case 'array':
      return lists(property, draw);
    default:
      return texts(property, draw);
  }
}

function numbers(
  { type, minimum, maximum, default: usual }: PropertySchema,
  { near, random }: Draw,
): readonly number[] {
  const low = minimum ?? 0;
  const high = maximum ?? Math.max(100, ...near) + 1;
  const step = type === 'integer' ? 1 : 0.25;
  const whole = (value: number) => (type === 'integer' ? Math.round(value) : Math.round(value * 1000) / 1000);
  const around = [low, high, ...near, ...(typeof usual === 'number' ? [usual] : [])];
  const drawn = Array.from({ length: 12 }, () => low + random() * (high - low));
  const all = [...around.flatMap((value) => [value - step, value, value + step]), ...drawn].map(whole);
  return [...new Set(all)].filter((value) => value >= low && value <= high);
}

function lists({ items = {}, minItems = 0, maxItems = 6 }: PropertySchema, draw: Draw): readonly JsonValue[] {
  const lengths = [...new Set([minItems, 1, 2, 3, 4, maxItems])].filter((n) => n >= minItems && n <= maxItems);
  return lengths.map((length) => Array.from({ length }, () => item(items, draw)));
}

function item(items: PropertySchema, draw: Draw): JsonValue {
  const any = (values: readonly JsonValue[]) => values[Math.floor(draw.random() * values.length)]!;
  if (items.type !== 'object') return 'https://example.test/file';
  const fields = Object.entries(items.properties ?? {}).filter(
    ([name]) => items.required?.includes(name) || draw.random() < 0.8,
  );
  return Object.fromEntries(
    fields.map(([name, property]) => [
      name,
      any(name === 'duration' ? seconds(property, draw) : valuesOf(property, draw)),
    ]),
  );
}

/** Lengths are numbers, also where the schema calls them text. */
function seconds(property: PropertySchema, draw: Draw): readonly JsonValue[] {
  const all = numbers({ minimum: 1, maximum: 15, ...property, type: 'integer' }, draw);
  return property.type === 'string' ? all.map(String) : all;
}

function texts({ minLength = 0, maxLength = 400 }: PropertySchema, { random }: Draw): readonly string[] {
  const lengths = [minLength, minLength + 1, Math.floor(minLength + random() * (maxLength - minLength)), maxLength];
  return [...new Set(lengths)].map(textOf);
}

const characters = ['a', 'ñ', '🙂', 'b'];

function textOf(length: number): string {
  const whole = Math.floor(length / characters.length);
  return characters.join('').repeat(whole) + characters.slice(0, length % characters.length).join('');
}

function numbersIn(formula: string): readonly number[] {
  return [...new Set([...formula.matchAll(/(?<![\w".])\d+(?:\.\d+)?(?![\w"])/g)].map(([text]) => Number(text)))].filter(
    (value) => value <= 2000,
  );
}

function split(index: number, axes: readonly (readonly unknown[])[]): readonly number[] {
  let rest = index;
  return axes.map(({ length }) => {
    const digit = rest % length;
    rest = Math.floor(rest / length);
    return digit;
  });
}
