/** One line of the tables: a piece of work, what each took, and what is demanded. */
export interface Row {
  readonly work: string;
  readonly unit: string;
  /** Which is better: less of it, or more. Default less. */
  readonly better?: 'less' | 'more';
  /** What we took, by variant. */
  readonly ours: Readonly<Record<string, number>>;
  /** Those we are compared with: the best counts. */
  readonly peers?: Readonly<Record<string, number>>;
  readonly floor?: { readonly name: string; readonly value: number };
  /** Shown, not compared with. */
  readonly others?: Readonly<Record<string, number>>;
  /** What ours divided by the best peer must be and aims to be at most (at least, where more is better). */
  readonly ratio?: { readonly must: number; readonly aim: number };
  /** What ours must be and aims to be at most, in the unit. */
  readonly most?: { readonly must: number; readonly aim?: number };
  /** Ours was refused by a limit with a clear error, where that is as good as little of it. */
  readonly refused?: boolean;
  /** Said below the table. */
  readonly note?: string;
}

/** How a variant of ours stands. */
export type Verdict = 'aim' | 'must' | 'missed' | 'shown';

/** The best peer of a row: its name and what it took. */
export function bestPeer({ peers = {}, better = 'less' }: Row): readonly [name: string, value: number] | undefined {
  const sorted = Object.entries(peers).filter(([, value]) => Number.isFinite(value));
  return sorted.toSorted(([, a], [, b]) => (better === 'less' ? a - b : b - a))[0];
}

/** Judges one value of ours in its row. */
export function judge(row: Row, value: number): Verdict {
  const compared = row.ratio === undefined ? value : value / (bestPeer(row)?.[1] ?? Number.NaN);
  const bound = row.ratio ?? row.most;
  if (bound === undefined) return 'shown';
  if (row.refused === true) return 'must';
  const within = (limit: number) => (row.better === 'more' ? compared >= limit : compared <= limit);
  if (bound.aim !== undefined && within(bound.aim)) return 'aim';
  return within(bound.must) ? 'must' : 'missed';
}
