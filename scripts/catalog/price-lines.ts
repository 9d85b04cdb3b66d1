import type { Condition, Expression, PriceRuleLine } from '../../packages/core/src/index.ts';
import { productOf } from './expression-algebra.ts';

/** From this on a number is money (a thousandth of a dollar); below it is a factor or a count. */
const money = 1000;

const words: Readonly<Record<string, string>> = {
  duration: 'seconds',
  num_images: 'images',
  max_images: 'images',
  num_layers: 'layers',
  num_frames: 'frames',
  generate_audio: 'sound',
  generate_audio_switch: 'sound',
  enable_audio: 'sound',
  generate_multi_clip_switch: 'several clips',
  enable_web_search: 'web search',
  enable_image_search: 'image search',
  target: 'megapixels',
  target_megapixels: 'megapixels',
  hd: 'high definition',
};

/** Units that are counted; of others, a price without a count is the price of one. */
const counted: ReadonlySet<string> = new Set(['second', 'megapixel', 'layer', 'frame']);

/** What one unit of a price is, for people: told by what it counts, else the operation's own word. */
export function unitOf(expression: Expression, usual: string): string {
  const fields = countedFields(expression);
  if (fields.some((field) => /^(duration|audio|video)$|\.duration$/.test(field))) return 'second';
  if (fields.some((field) => /^target(_megapixels)?$/.test(field))) return 'megapixel';
  if (fields.includes('num_layers')) return 'layer';
  return fields.includes('num_frames') ? 'frame' : usual;
}

/** A price taken apart: what is added line by line, what multiplies all above as a factor. Their total is the expression. */
export function priceLines(expression: Expression, unit: string): readonly PriceRuleLine[] {
  const taken = take(expression);
  const constant = taken.length > 1 && counted.has(unit) && 'amount' in taken[0]! && isPlain(taken[0].amount);
  const lines = constant ? [...taken.slice(1), taken[0]!] : taken;
  const [first] = lines;
  if (!first || 'times' in first) return [{ label: `per ${unit}`, amount: expression }];
  const by = fieldsOf(first.amount).filter((field) => !countedFields(first.amount).includes(field));
  const how = by.length === 0 ? '' : `, by ${by.map(wordOf).join(' and ')}`;
  return [{ ...first, label: `per ${unit}${how}` }, ...lines.slice(1)];
}

/** All fields that an expression or condition names, in order. */
export function fieldsOf(part: Expression | Condition): readonly string[] {
  if (typeof part === 'number') return [];
  const own = ['field', 'count', 'total', 'length', 'seconds', 'lookup', 'present', 'numeric'].flatMap((key) => {
    const name: unknown = (part as Record<string, unknown>)[key];
    return typeof name === 'string' ? [name] : [];
  });
  return [...new Set([...own, ...childrenOf(part).flatMap(fieldsOf)])];
}

function take(expression: Expression): readonly PriceRuleLine[] {
  if (typeof expression === 'object' && 'sum' in expression)
    return expression.sum.flatMap((part, index) => (index === 0 ? take(part) : [added(part)]));
  if (typeof expression !== 'object' || !('product' in expression)) return [added(expression)];
  const paid = expression.product.find((part) => isMoney(part));
  if (paid === undefined) return [added(expression)];
  const rest = expression.product.filter((part) => part !== paid);
  const factors = rest.filter((part) => isFactor(part));
  const counts = rest.filter((part) => !isFactor(part));
  const times = factors.map((part): PriceRuleLine => ({ label: labelOf(part), times: part }));
  if (typeof paid === 'object' && 'sum' in paid)
    return [...take(paid), ...counts.map((part): PriceRuleLine => ({ label: labelOf(part), times: part })), ...times];
  return [added(productOf(paid, ...counts)), ...times];
}

const isPlain = (amount: Expression): boolean => fieldsOf(amount).length === 0;

function added(amount: Expression): PriceRuleLine {
  return { label: labelOf(amount), amount };
}

/** A table or choice of plain factors, such as a resolution's. */
function isFactor(part: Expression): boolean {
  return typeof part === 'object' && ('lookup' in part || 'when' in part) && countedFields(part).length === 0;
}

function isMoney(part: Expression): boolean {
  if (typeof part === 'number') return Math.abs(part) >= money;
  if ('quotient' in part) return part.quotient.some(isMoney) && !('product' in part);
  return !('count' in part) && childrenOf(part).some((child) => isExpression(child) && isMoney(child));
}

function isExpression(part: Expression | Condition): part is Expression {
  return (
    typeof part === 'number' ||
    !(
      'is' in part ||
      'present' in part ||
      'numeric' in part ||
      'atLeast' in part ||
      'not' in part ||
      'all' in part ||
      'any' in part
    )
  );
}

function labelOf(expression: Expression): string {
  return fieldsOf(expression).map(wordOf).join(', ') || 'base price';
}

function wordOf(field: string): string {
  return (
    words[field] ??
    field
      .split('.')
      .at(-1)!
      .replace(/^enable_/, '')
      .replaceAll('_', ' ')
  );
}

/** Fields whose own number counts, not those that only choose. */
function countedFields(part: Expression): readonly string[] {
  if (typeof part === 'number') return [];
  const own = 'field' in part ? [part.field] : 'count' in part ? [part.count] : 'total' in part ? [part.total] : [];
  const files = 'seconds' in part ? [part.seconds] : 'length' in part ? [part.length] : [];
  return [...own, ...files, ...childrenOf(part).filter(isExpression).flatMap(countedFields)];
}

function childrenOf(part: Expression | Condition): readonly (Expression | Condition)[] {
  if (typeof part === 'number') return [];
  return Object.entries(part).flatMap(([key, value]): (Expression | Condition)[] => {
    if (key === 'default' || key === 'unknown' || key === 'is' || typeof value === 'string') return [];
    if (key === 'table') return Object.values(value as Record<string, Expression>);
    return Array.isArray(value) ? value : [value as Expression];
  });
}
