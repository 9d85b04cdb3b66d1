import type { Expression } from '../../packages/core/src/index.ts';
import { add, fractionOf, multiply, rational, type Rational } from '../../packages/core/src/result/money.ts';
import { same, type Truth } from './condition-algebra.ts';
import type { Properties } from './vendor-row.ts';

/** The exact number that an expression always is, or undefined. */
export function constantOf(expression: Expression): Rational | undefined {
  if (typeof expression === 'number') return rational(expression);
  if (!('quotient' in expression)) return undefined;
  const [above, below] = expression.quotient.map(constantOf);
  return above && below ? divided(above, below) : undefined;
}

/** A sum with its constants added up. */
export function sumOf(...parts: readonly Expression[]): Expression {
  const flat = parts.flatMap((part) => (typeof part === 'object' && 'sum' in part ? part.sum : [part]));
  const constant = flat.map((part) => constantOf(part) ?? rational(0)).reduce(add, rational(0));
  const rest = flat.filter((part) => constantOf(part) === undefined);
  const all = constant.numerator === 0n ? rest : [numberOf(constant), ...rest];
  return all.length === 0 ? 0 : all.length === 1 ? all[0]! : { sum: all };
}

/** A product with its constants, also those below a fraction line, multiplied in front. */
export function productOf(...parts: readonly Expression[]): Expression {
  const flat = parts.flatMap((part) => (typeof part === 'object' && 'product' in part ? part.product : [part]));
  const constant = flat.map((part) => constantOf(part) ?? rational(1)).reduce(multiply, rational(1));
  const rest = flat.filter((part) => constantOf(part) === undefined);
  if (constant.numerator === 0n) return 0;
  const table = rest.find((part) => isTableOfNumbers(part));
  const merged = table && (rest.length === 1 || constant.numerator < constant.denominator);
  const factor = numberOf(constant);
  const all = merged
    ? rest.map((part) => (part === table ? scaled(part, factor) : part))
    : same(factor, 1)
      ? rest
      : [factor, ...rest];
  return all.length === 0 ? 1 : all.length === 1 ? all[0]! : { product: all };
}

/** A table of plain numbers; a share of it, or its multiple when nothing else counts, is a table again. */
function isTableOfNumbers(part: Expression): part is Expression & { readonly lookup: string } {
  if (typeof part !== 'object' || !('lookup' in part)) return false;
  return [...Object.values(part.table), part.otherwise].every((value) => constantOf(value) !== undefined);
}

function scaled(part: Expression, factor: Expression): Expression {
  if (typeof part !== 'object' || !('lookup' in part)) return productOf(factor, part);
  const table = Object.entries(part.table).map(([word, value]) => [word, productOf(factor, value)] as const);
  return { lookup: part.lookup, table: Object.fromEntries(table), otherwise: productOf(factor, part.otherwise) };
}

/** One divided by the other. */
export function quotientOf(above: Expression, below: Expression): Expression {
  const divisor = constantOf(below);
  return divisor ? productOf(above, numberOf(divided(rational(1), divisor))) : { quotient: [above, below] };
}

/** The negative. */
export const negative = (expression: Expression): Expression => productOf(-1, expression);

/** One value or the other; tests of one field against words become a table. `properties` tell when a table is complete. */
export function choose(when: Truth, then: Expression, otherwise: Expression, properties: Properties): Expression {
  if (when === true || same(then, otherwise)) return then;
  if (when === false) return otherwise;
  const tests = 'any' in when ? when.any : [when];
  const first = tests[0];
  const field = first && 'field' in first ? first.field : undefined;
  if (field === undefined || !tests.every((test) => 'field' in test && test.field === field))
    return { when, then, otherwise };
  const words = tests.flatMap((test) => ('field' in test ? [String(test.is)] : []));
  const inner = typeof otherwise === 'object' && 'lookup' in otherwise && otherwise.lookup === field;
  const rest = inner ? otherwise : { table: {}, otherwise };
  const table = { ...Object.fromEntries(words.map((word) => [word, then])), ...without(rest.table, words) };
  return tidy(field, table, rest.otherwise, properties);
}

/** A number as it is written in a rule: a decimal, or a fraction where no decimal is exact. */
export function numberOf(value: Rational): Expression {
  const { numerator, denominator } = lowest(value);
  const decimal = Number(numerator) / Number(denominator);
  const back = rational(decimal);
  return back.numerator * denominator === numerator * back.denominator
    ? decimal
    : { quotient: [Number(numerator), Number(denominator)] };
}

function without(table: Readonly<Record<string, Expression>>, words: readonly string[]) {
  return Object.fromEntries(Object.entries(table).filter(([word]) => !words.includes(word)));
}

/** Entries that say what `otherwise` says go; where every allowed value has an entry, the last becomes `otherwise`. */
function tidy(
  field: string,
  table: Readonly<Record<string, Expression>>,
  otherwise: Expression,
  properties: Properties,
): Expression {
  const { enum: allowed, default: usual } = properties[field] ?? {};
  const complete = usual !== undefined && allowed?.every((value) => Object.hasOwn(table, String(value)));
  const rest = complete ? table[String(usual)]! : otherwise;
  const entries = Object.entries(table).filter(([, value]) => !same(value, rest));
  return entries.length === 0 ? rest : { lookup: field, table: Object.fromEntries(entries), otherwise: rest };
}

function divided(above: Rational, below: Rational): Rational {
  return fractionOf(above.numerator * below.denominator, above.denominator * below.numerator);
}

function lowest({ numerator, denominator }: Rational): Rational {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? rational(0) : { numerator: numerator / a, denominator: denominator / a };
}
