import type { Judged } from '../tracking/refusal.ts';

/** What is used and held of a meter in one period. Changed in place. */
export interface Meter {
  readonly account: string;
  readonly test: boolean;
  readonly subject: Judged['subject'];
  readonly subjectId: string;
  readonly meter: string;
  /** One row of `requests` serves all minutes, one after the other. */
  startsAt: number | null;
  endsAt: number | null;
  used: number;
  held: number;
  /** Of the last reservation. */
  max: number | null;
  /** The highest threshold that was alerted of, in percent. */
  alerted: number;
}

/** Which meter, whatever the period. */
export type MeterName = Pick<Meter, 'account' | 'test' | 'subject' | 'subjectId' | 'meter'>;

/** What a call took: its meters, to be given back when it ends and to be charged by corrections. */
export type Taken = readonly { readonly meter: Meter; readonly amount: number }[];
