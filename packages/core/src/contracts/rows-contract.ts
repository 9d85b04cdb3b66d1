import { describe, expect, it } from 'vitest';
import type { Result } from '../result/result.ts';
import { isStudioError } from '../errors/studio-error.ts';
import type { Extent } from '../validation/draw-options.ts';
import { type Model, type Spec, vendorOf } from '../validation/model.ts';
import { wrongRequests } from './wrong-requests.ts';
import { requestFor, type RowFiles } from './row-request.ts';

/** An operation joined to a vendor's sandbox of its own. */
export interface RowUnderTest {
  /** The operation's function; it gets a model and a request for it. */
  run(request: never): Promise<Result>;
  /** Micro-dollars of every charge, by the vendor's own formula. */
  bills(): readonly number[];
  /** How many requests of any kind came to the vendor. */
  requests(): number;
}

/** Which rows are sent, and how. */
export interface RowsUnderTest {
  readonly spec: Spec;
  readonly vendor: string;
  /** A row's own sandbox, so that its bill is the only one. */
  readonly setUp: () => RowUnderTest;
  readonly files: RowFiles;
  /** Every so manieth row of those that can be run; default each. */
  readonly every?: number;
}

/** Sends a request of every row, as small or as full as it goes: a file of the promised kind comes back, billed at what was charged. */
export function rowsContract(extent: Extent, under: RowsUnderTest): void {
  const { spec, setUp, files } = under;
  describe(`every ${spec.id} model of ${under.vendor}, with its ${extent} request`, () => {
    it.each(rowsOf(under))(
      '%s makes what it promises and bills what was quoted',
      async (id, row) => {
        const { run, bills } = setUp();
        const request = { model: [id], ...requestFor({ spec, id, row, extent, files }) };
        const { outputs, charge } = await run(request as never);
        expect(outputs.map(({ kind }) => kind)).toEqual(outputs.map(() => spec.output));
        expect(bills()).toEqual([charge]);
      },
      120_000,
    );
  });
}

/**
 * Sends every row requests that are wrong in one place (an unknown option, a wrong word, a number out of range, something missing):
 * each is refused with the path of that place before anything reaches the vendor.
 */
export function refusalsContract(under: RowsUnderTest): void {
  const { spec, setUp, files } = under;
  describe(`every ${spec.id} model of ${under.vendor}`, () => {
    it.each(rowsOf(under))('%s refuses what is wrong, and says where', async (id, row) => {
      const { run, bills, requests } = setUp();
      const least = requestFor({ spec, id, row, extent: 'minimal', files });
      const wrong = wrongRequests(row, least);
      for (const { what, path, request } of wrong) {
        const refused = await run({ model: [id], ...request } as never).then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(placesOf(refused), what).toContain(path);
      }
      expect(wrong.length).toBeGreaterThan(1);
      expect({ bills: bills(), requests: requests() }).toEqual({ bills: [], requests: 0 });
    });
  });
}

function rowsOf({ spec, vendor, every = 1 }: RowsUnderTest): readonly (readonly [string, Model])[] {
  const rows = Object.entries(spec.models).filter(([id, { listedOnly }]) => vendorOf(id) === vendor && !listedOnly);
  return rows.filter((_, index) => index % every === 0);
}

function placesOf(error: unknown): readonly string[] {
  if (!isStudioError(error, 'invalid_request')) return [`no refusal: ${String(error)}`];
  return (error.details?.issues ?? []).map(({ path }) => path.join('.'));
}
