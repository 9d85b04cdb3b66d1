import { StudioError } from '../errors/studio-error.ts';

/**
 * How far a meter may go. `disabled` is a maximum of 0. Unit: outputs for an operation, micros for `spend` and `budget`, runs
 * for `concurrency`, runs a minute for `requests`.
 */
export type Limit = { readonly unlimited: true } | { readonly disabled: true } | { readonly max: number };

/** Whom a limit is for: the whole account, or one key or end user of it. */
export type LimitSubject =
  | { readonly subject: 'account' }
  | { readonly subject: 'key' | 'user'; readonly subjectId: string };

/**
 * A limit of an account, in place of its plan's. `meter` is an operation id, `spend` (per period), `budget` (spend per UTC
 * calendar month), `concurrency` or `requests` (per UTC minute); test and live are limited apart.
 */
export type LimitDefinition = LimitSubject & {
  readonly account: string;
  readonly test: boolean;
  readonly meter: string;
  readonly limit: Limit;
};

/** The maximum as a number, null for unlimited; throws `invalid_request` when it is not a whole number of at least 0. */
export function maxOf(limit: Limit): number | null {
  if ('unlimited' in limit) return null;
  if ('disabled' in limit) return 0;
  if (Number.isSafeInteger(limit.max) && limit.max >= 0) return limit.max;
  const message = 'Expected a whole number of at least 0';
  throw new StudioError('invalid_request', `A limit cannot be ${limit.max}: give a whole number of at least 0.`, {
    details: { issues: [{ path: ['limit', 'max'], message }] },
  });
}

/** A maximum as a limit again. */
export function limitOf(max: number | null): Limit {
  return max === null ? { unlimited: true } : max === 0 ? { disabled: true } : { max };
}
