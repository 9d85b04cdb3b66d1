import jsonata from 'jsonata';

/** A node of a parsed formula, as far as it is read. */
export interface FormulaNode {
  readonly type: string;
  readonly value?: string | number | boolean | null;
  readonly lhs?: FormulaNode;
  readonly rhs?: FormulaNode;
  readonly steps?: readonly FormulaNode[];
  readonly expression?: FormulaNode;
  readonly expressions?: readonly FormulaNode[];
  readonly arguments?: readonly FormulaNode[];
  readonly procedure?: FormulaNode;
  readonly condition?: FormulaNode;
  readonly then?: FormulaNode;
  readonly else?: FormulaNode;
}

/** A formula that no rule stands for; the message is the reason. */
export class Untranslatable extends Error {}

/** The expression of the total in `{"total_price": expression}`. Throws `Untranslatable`. */
export function parseFormula(formula: string): FormulaNode {
  const root = jsonata(formula).ast() as unknown as { type: string; value: string; lhs?: [FormulaNode, FormulaNode][] };
  const pair = root.type === 'unary' && root.value === '{' ? root.lhs?.[0] : undefined;
  if (pair?.[0].value !== 'total_price') throw new Untranslatable('the formula gives no total_price');
  return pair[1];
}

/** The name of a called function; the vendor calls its own without `$`. */
export function calledName(node: FormulaNode): string {
  return String(node.procedure?.value ?? node.procedure?.steps?.[0]?.value);
}

/** The inputs that a formula names, `list.field` for a field of a list's items. */
export function variablesOf(node: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  visit(node);
  found.delete('base_price');
  return found;

  function visit(part: unknown): void {
    if (Array.isArray(part)) part.forEach(visit);
    else if (typeof part === 'object' && part !== null) {
      const { type, steps } = part as FormulaNode;
      const names = type === 'path' ? (steps ?? []).filter((step) => step.type === 'name') : [];
      const path = names.map((step) => String(step.value)).join('.');
      if (names.length > 0 && !path.startsWith('get_duration')) found.add(path);
      Object.values(part).forEach(visit);
    }
  }
}

/** A part that must be there. Throws `Untranslatable`. */
export function need(node: FormulaNode | undefined): FormulaNode {
  return node ?? refuse('a part that is missing');
}

/** Gives the formula up, naming what stands in the way. */
export function refuse(what: string): never {
  throw new Untranslatable(`the formula has ${what}`);
}
