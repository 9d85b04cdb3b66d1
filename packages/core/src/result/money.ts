/** Whole micro-US-dollars: 1 USD = 1,000,000. Exact up to 9 billion dollars. */
export type Micros = number;

/** An exact fraction. Prices are computed in these and rounded once, at the end. */
export interface Rational {
  readonly numerator: bigint;
  /** Always positive. */
  readonly denominator: bigint;
}

/** A decimal number as an exact fraction: what is written is what is meant (0.1 is one tenth). Throws on NaN and infinities. */
export function rational(value: number): Rational {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) throw new RangeError(`Not a finite number: ${value}`);
  const [, sign, whole = '0', fraction = '', exponent = '0'] = match;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const power = Number(exponent) - fraction.length;
  return power >= 0 ? fractionOf(digits * 10n ** BigInt(power), 1n) : fractionOf(digits, 10n ** BigInt(-power));
}

/** numerator / denominator; throws `RangeError` on a zero denominator. */
export function fractionOf(numerator: bigint, denominator: bigint): Rational {
  if (denominator === 0n) throw new RangeError('Division by zero in a price rule');
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

/** The exact sum. */
export const add = (a: Rational, b: Rational): Rational =>
  fractionOf(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

/** The exact product. */
export const multiply = (a: Rational, b: Rational): Rational =>
  fractionOf(a.numerator * b.numerator, a.denominator * b.denominator);

/** The exact quotient; throws `RangeError` on zero. */
export const divide = (a: Rational, b: Rational): Rational =>
  fractionOf(a.numerator * b.denominator, a.denominator * b.numerator);

/** Negative, zero or positive, like a comparator. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The largest whole number not above the value. */
export function floor(value: Rational): bigint {
  const quotient = value.numerator / value.denominator;
  return value.numerator < 0n && quotient * value.denominator !== value.numerator ? quotient - 1n : quotient;
}

/** The nearest whole number, halves up: the one rounding of a price. */
export function roundHalfUp(value: Rational): Micros {
  return Number(floor(fractionOf(2n * value.numerator + value.denominator, 2n * value.denominator)));
}

/** The nearest whole number, halves to the even one: how some vendors round within their formulas. */
export function roundHalfEven({ numerator, denominator }: Rational): bigint {
  const above = fractionOf(2n * numerator + denominator, 2n * denominator);
  const nearest = floor(above);
  const isHalf = above.numerator % above.denominator === 0n;
  return isHalf && nearest % 2n !== 0n ? nearest - 1n : nearest;
}

/** `$0.0205` style, for people; never parsed back. */
export function formatMicros(micros: Micros): string {
  const cents = (micros / 1e6).toFixed(6).replace(/0{1,4}$/, '');
  return `$${cents}`;
}
