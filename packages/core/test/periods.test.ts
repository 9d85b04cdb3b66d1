import { fitBetween, minuteAt, monthAt, periodAt, termAt } from '@image-studio/core/memory';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const iso = (at: number) => new Date(at).toISOString().slice(0, 16);
const at = (text: string) => Date.parse(`${text}:00Z`);

describe('a monthly period', () => {
  it.each([
    ['2026-01-31T08:00', '2026-01-31T08:00', '2026-01-31T08:00', '2026-02-28T08:00'],
    ['2026-01-31T08:00', '2026-02-28T07:59', '2026-01-31T08:00', '2026-02-28T08:00'],
    ['2026-01-31T08:00', '2026-02-28T08:00', '2026-02-28T08:00', '2026-03-31T08:00'],
    ['2026-01-31T08:00', '2026-04-30T08:00', '2026-04-30T08:00', '2026-05-31T08:00'],
    ['2026-01-31T08:00', '2028-02-29T12:00', '2028-02-29T08:00', '2028-03-31T08:00'],
    ['2024-02-29T00:00', '2025-02-28T00:00', '2025-02-28T00:00', '2025-03-29T00:00'],
    ['2024-02-29T00:00', '2028-02-29T00:00', '2028-02-29T00:00', '2028-03-29T00:00'],
    ['2026-12-15T23:59', '2027-01-15T23:58', '2026-12-15T23:59', '2027-01-15T23:59'],
    ['2026-05-31T23:59', '2026-01-01T00:00', '2025-12-31T23:59', '2026-01-31T23:59'],
  ])('anchored at %s has %s in %s to %s', (anchor, moment, startsAt, endsAt) => {
    const period = periodAt(at(anchor), at(moment));
    expect([iso(period.startsAt), iso(period.endsAt)]).toEqual([startsAt, endsAt]);
  });

  it('has every moment in exactly one period, whatever the anchor', () => {
    const moment = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) });
    fc.assert(
      fc.property(moment, moment, (anchor, now) => {
        const { startsAt, endsAt } = periodAt(anchor, now);
        expect(startsAt).toBeLessThanOrEqual(now);
        expect(endsAt).toBeGreaterThan(now);
        expect(periodAt(anchor, endsAt).startsAt).toBe(endsAt);
        expect(periodAt(anchor, startsAt - 1).endsAt).toBe(startsAt);
        expect(endsAt - startsAt).toBeGreaterThanOrEqual(28 * 24 * 3_600_000);
        expect(endsAt - startsAt).toBeLessThanOrEqual(31 * 24 * 3_600_000);
      }),
    );
  });

  it('does not overlap those begun under another anchor', () => {
    const begun = [periodAt(at('2026-01-31T00:00'), at('2026-02-01T00:00'))];
    const now = at('2026-03-01T00:00');
    const fitted = fitBetween(periodAt(at('2026-01-10T00:00'), now), begun, now);
    expect([iso(fitted.startsAt), iso(fitted.endsAt)]).toEqual(['2026-02-28T00:00', '2026-03-10T00:00']);
    const earlier = at('2026-01-30T00:00');
    const before = fitBetween(periodAt(at('2026-01-10T00:00'), earlier), begun, earlier);
    expect([iso(before.startsAt), iso(before.endsAt)]).toEqual(['2026-01-10T00:00', '2026-01-31T00:00']);
  });
});

it('a yearly term has monthly periods and lasts from anchor to anchor', () => {
  const yearly = { anchorAt: at('2024-02-29T00:00'), interval: 'yearly' } as const;
  const term = termAt(yearly, at('2026-02-27T23:59'));
  expect([iso(term.startsAt), iso(term.endsAt)]).toEqual(['2025-02-28T00:00', '2026-02-28T00:00']);
  const monthly = termAt({ ...yearly, interval: 'monthly' }, at('2026-02-27T23:59'));
  expect([iso(monthly.startsAt), iso(monthly.endsAt)]).toEqual(['2026-01-29T00:00', '2026-02-28T00:00']);
});

it('calendar months and minutes are those of UTC', () => {
  const month = monthAt(at('2026-12-31T23:59'));
  expect([iso(month.startsAt), iso(month.endsAt)]).toEqual(['2026-12-01T00:00', '2027-01-01T00:00']);
  expect(minuteAt(at('2026-12-31T23:59') + 59_999)).toEqual({
    startsAt: at('2026-12-31T23:59'),
    endsAt: at('2027-01-01T00:00'),
  });
});
