import type { Expression } from '../../packages/core/src/index.ts';
import { both, either, no, type Truth } from './condition-algebra.ts';
import { choose, constantOf, negative, productOf, quotientOf, sumOf } from './expression-algebra.ts';
import { calledName, type FormulaNode, need, refuse } from './formula.ts';
import { type Amount, defined, fieldOf, hasValue, type Reading, truthy } from './formula-field.ts';

/** The number that a node stands for. Throws `Untranslatable`. */
export function readAmount(node: FormulaNode, reading: Reading): Amount {
  const of = (part: FormulaNode | undefined) => readAmount(need(part), reading);
  switch (node.type) {
    case 'number':
      return { value: Number(node.value), defined: true };
    case 'path':
      return fieldAmount(node, reading);
    case 'variable':
      return reading.names.get(String(node.value)) ?? refuse(`the variable $${String(node.value)}`);
    case 'block':
      return blockAmount(node, reading);
    case 'unary': {
      if (node.value !== '-') return refuse(`the operator ${String(node.value)}`);
      const { value, defined } = of(node.expression);
      return { value: negative(value), defined };
    }
    case 'binary':
      return combine(String(node.value), of(node.lhs), of(node.rhs));
    case 'condition': {
      const when = readTruth(need(node.condition), reading);
      const [then, otherwise] = [of(node.then), of(node.else)];
      if (when === true) return then;
      if (when === false) return otherwise;
      const all = then.defined === true && otherwise.defined === true;
      return {
        value: choose(when, then.value, otherwise.value, reading.properties),
        defined: all || either(both(when, then.defined), both(no(when), otherwise.defined)),
      };
    }
    case 'function':
      return called(node, reading);
    default:
      return refuse(`a part of type ${node.type}`);
  }
}

/** The yes or no that a node stands for, JSONata's truthiness included. Throws `Untranslatable`. */
export function readTruth(node: FormulaNode, reading: Reading): Truth {
  const of = (part: FormulaNode | undefined) => readTruth(need(part), reading);
  if (node.type === 'block' && node.expressions?.length === 1) return of(node.expressions[0]);
  if (node.type === 'function' && calledName(node) === 'exists') return defined(fieldOf(node.arguments?.[0]), reading);
  if (node.type === 'path') return truthy(fieldOf(node), reading);
  if (node.type !== 'binary') return refuse(`a test of type ${node.type}`);
  const { lhs, rhs, value } = node;
  if (value === 'and') return both(of(lhs), of(rhs));
  if (value === 'or') return either(of(lhs), of(rhs));
  if (value === '=') return equal(need(lhs), need(rhs), reading);
  if (value === '!=')
    return both(hasValue(need(lhs), reading), hasValue(need(rhs), reading), no(equal(need(lhs), need(rhs), reading)));
  const [left, right] = [readAmount(need(lhs), reading), readAmount(need(rhs), reading)];
  const orders: Record<string, Truth> = {
    '<=': { atLeast: [right.value, left.value] },
    '>=': { atLeast: [left.value, right.value] },
    '<': no({ atLeast: [left.value, right.value] }),
    '>': no({ atLeast: [right.value, left.value] }),
  };
  return both(left.defined, right.defined, orders[String(value)] ?? refuse(`the comparison ${String(value)}`));
}

function combine(operator: string, left: Amount, right: Amount): Amount {
  const make = { '+': sumOf, '*': productOf, '/': quotientOf, '-': subtract }[operator];
  if (!make) return refuse(`the operator ${operator}`);
  return { value: make(left.value, right.value), defined: both(left.defined, right.defined) };
}

const subtract = (left: Expression, right: Expression) => sumOf(left, negative(right));

function blockAmount(node: FormulaNode, reading: Reading): Amount {
  const parts = node.expressions ?? [];
  for (const part of parts.slice(0, -1)) {
    if (part.type !== 'bind') return refuse(`a statement of type ${part.type}`);
    reading.names.set(String(part.lhs?.value), readAmount(need(part.rhs), reading));
  }
  return readAmount(need(parts.at(-1)), reading);
}

function called(node: FormulaNode, reading: Reading): Amount {
  const name = calledName(node);
  const argument = need(node.arguments?.[0]);
  if (name.startsWith('get_duration')) {
    if (reading.bound === undefined) return refuse('the length of a file without an upper bound');
    const field = fieldOf(argument);
    return { value: { seconds: field, unknown: reading.bound }, defined: defined(field, reading) };
  }
  if (name === 'number') return asNumber(argument, reading);
  if (name === 'count') return { value: { count: fieldOf(argument) }, defined: true };
  if (name === 'length') return { value: { length: fieldOf(argument) }, defined: defined(fieldOf(argument), reading) };
  if (name === 'sum') {
    const path = fieldOf(argument);
    return { value: { total: path }, defined: { numeric: path } };
  }
  if (name === 'max' || name === 'min') return extreme(name, argument, reading);
  if (name !== 'ceil' && name !== 'round') return refuse(`the function ${name}`);
  const { value, defined: known } = readAmount(argument, reading);
  return { value: name === 'ceil' ? { ceil: value } : { round: value }, defined: known };
}

/** Of a list without its missing members. */
function extreme(name: 'max' | 'min', list: FormulaNode, reading: Reading): Amount {
  if (list.type !== 'unary' || list.value !== '[') return refuse(`$${name} of something else than a list`);
  const parts = list.expressions ?? [];
  const constants = parts.flatMap((part) => (part.type === 'number' ? [Number(part.value)] : []));
  const bound = name === 'min' && constants.length > 0 ? Math.min(...constants) : reading.bound;
  const inner = bound === undefined ? reading : { ...reading, bound };
  const amounts = parts.map((part) => readAmount(part, inner));
  const certain = amounts.filter((amount) => amount.defined === true).map(({ value }) => value);
  const perhaps = amounts.filter((amount) => amount.defined !== true);
  if (perhaps.length > 1 || certain.length === 0) return refuse(`$${name} of several values that may be missing`);
  const all = perhaps.map(({ value }) => value).concat(certain);
  const make = (values: readonly Expression[]): Expression =>
    values.length === 1 ? values[0]! : name === 'max' ? { max: values } : { min: values };
  const when = perhaps[0]?.defined ?? true;
  return { value: choose(when, make(all), make(certain), reading.properties), defined: true };
}

function fieldAmount(node: FormulaNode, reading: Reading): Amount {
  const field = fieldOf(node);
  if (field === 'base_price') return { value: reading.basePrice, defined: true };
  if (reading.properties[field] === undefined) return { value: 0, defined: false };
  const { type } = reading.properties[field];
  if (type !== 'integer' && type !== 'number') return refuse(`arithmetic with the field ${field} of type ${type}`);
  return { value: { field }, defined: defined(field, reading) };
}

function asNumber(argument: FormulaNode, reading: Reading): Amount {
  const field = argument.type === 'path' ? fieldOf(argument) : undefined;
  const property = field === undefined ? undefined : reading.properties[field];
  if (field === undefined || property?.type !== 'string') return readAmount(argument, reading);
  const numbers = property.enum?.every((word) => Number.isFinite(Number(word)) && word !== '');
  return { value: { field }, defined: numbers ? defined(field, reading) : { numeric: field } };
}

function equal(left: FormulaNode, right: FormulaNode, reading: Reading): Truth {
  const literal = right.type === 'string' || right.type === 'value' ? right.value : undefined;
  if (literal === undefined) return equalNumbers(readAmount(left, reading), readAmount(right, reading), reading);
  const field = fieldOf(left);
  const property = reading.properties[field];
  if (literal === null || typeof literal === 'number') return false;
  const possible = property?.enum === undefined || property.enum.some((value) => value === literal);
  return property?.type === typeof literal && possible ? { field, is: literal } : false;
}

function equalNumbers(left: Amount, right: Amount, { properties }: Reading): Truth {
  const { value } = left;
  const field = typeof value === 'object' && 'field' in value ? value.field : undefined;
  const known = both(left.defined, right.defined);
  if (field === undefined || constantOf(right.value) === undefined || typeof right.value !== 'number')
    return both(known, { atLeast: [left.value, right.value] }, { atLeast: [right.value, left.value] });
  const { type, enum: allowed } = properties[field] ?? {};
  const wanted = right.value;
  if (type !== 'string') return allowed && !allowed.includes(wanted) ? false : { field, is: wanted };
  const words = (allowed ?? []).filter((word) => Number(word) === wanted);
  return either(...words.map((is): Truth => ({ field, is })));
}
