import { isStudioError, type Result, type StudioError } from '@image-studio/core';
import { fastClock } from '@image-studio/core/contracts';
import { createMemoryStore } from '@image-studio/core/memory';
import { createMedia } from '@image-studio/media';
import { createSandbox, type FaultKind } from '@image-studio/sandbox';
import { describe, expect, it } from 'vitest';
import { createStudio, type OperationId, type Studio } from '../src/index.ts';
import { gemini } from './cells/gemini.ts';
import { huggingface } from './cells/huggingface.ts';
import { local } from './cells/local.ts';
import { openai } from './cells/openai.ts';
import { stability } from './cells/stability.ts';
import { type Cell, columns, type Trouble, type VendorCells } from './cells/vendor-cells.ts';
import { wavespeed } from './cells/wavespeed.ts';

/** A new vendor is one file in `cells/` and its name here. */
const vendors: Readonly<Record<string, VendorCells>> = { wavespeed, stability, gemini, openai, huggingface, local };

const entryPoints = {
  generate: 'generateImage',
  character: 'generateCharacterImage',
  edit: 'generateImageEdit',
  upscale: 'generateImageUpscale',
  '3d': 'generateImageTo3d',
  faceswap: 'generateFaceSwap',
  translate: 'generateImageTranslate',
  video: 'generateImageToVideo',
} as const satisfies Record<OperationId, keyof Studio>;

const kindOf = (operation: OperationId) => ({ '3d': 'model3d', video: 'video' })[String(operation)] ?? 'image';
const scope = { account: 'acme', test: false };
const noTrouble = { fault: undefined, times: 1, ends: 'done' } as const;

type Row = readonly [
  vendor: string,
  cell: Cell,
  column: string,
  trouble: Omit<Trouble, 'fault'> & { readonly fault: FaultKind | undefined },
];
const rows: readonly Row[] = Object.entries(vendors).flatMap(([vendor, { cells, troubles }]) =>
  cells.flatMap((cell): Row[] => [
    [vendor, cell, 'happy path', noTrouble],
    ...columns.flatMap((column): Row[] => {
      const trouble = cell.troubles?.[column] ?? troubles[column];
      return trouble === undefined ? [] : [[vendor, cell, column, trouble]];
    }),
  ]),
);

describe('every operation by every vendor', { timeout: 60_000 }, () => {
  it.concurrent.each(rows.map((row) => [`${row[0]} ${row[1].operation} ${modelOf(row[1])}: ${row[2]}`, row] as const))(
    '%s',
    async (_, [vendor, cell, , trouble]) => {
      const { sandbox, store, studio } = await setUp(vendors[vendor]!, trouble.fault === 'silence');
      if (trouble.fault !== undefined) sandbox.faults.add({ kind: trouble.fault, times: trouble.times ?? 1 });
      const ended = await run(studio, cell);
      const events = await store.ledger.events(scope, { limit: 100 });
      const booked = events.reduce((sum, { costMicros }) => sum + costMicros, 0);
      const bills = sandbox.bills().filter(({ refunded }) => !refunded);
      const taken = bills.reduce((sum, { micros }) => sum + micros, 0);
      const spend = (await store.ledger.usage(scope, Date.now())).find(({ meter }) => meter === 'spend');
      if (trouble.ends === 'done') {
        if (!('outputs' in ended)) throw ended;
        expect(ended).toMatchObject({ vendor, operation: cell.operation, charge: booked });
        expect(ended.outputs.map(({ kind, size }) => [kind, size > 0])).toEqual([[kindOf(cell.operation), true]]);
        expect(bills).toHaveLength(vendor === 'local' ? 0 : 1);
        expect(taken).toBe(booked);
      } else {
        const [code, billed] = trouble.ends;
        expect(ended).toMatchObject({ code, billed });
        // What is in doubt is held until it is known; everything else is booked at what the vendor took.
        if (billed === 'unknown') expect(spend?.held).toBeGreaterThanOrEqual(taken);
        else expect([taken, taken > 0]).toEqual([booked, billed === 'yes']);
      }
      if (trouble.ends === 'done' || trouble.ends[1] !== 'unknown') expect(spend?.held ?? 0).toBe(0);
      await studio.close();
    },
  );
});

function modelOf({ request }: Cell): string {
  return 'model' in request && typeof request.model === 'string' ? request.model : 'any model';
}

async function run(studio: Studio, { operation, request }: Cell): Promise<Result | StudioError> {
  const generate = studio[entryPoints[operation]] as (request: object, context: object) => Promise<Result>;
  return generate(request, { account: 'acme' }).catch((error: unknown) => {
    if (isStudioError(error)) return error as StudioError;
    throw error;
  });
}

/** A studio with this vendor alone on a sandbox of its own, in fast time, for an account with a limit to its spending. */
async function setUp({ make }: VendorCells, impatient: boolean) {
  const clock = fastClock(100);
  const sandboxUrl = 'http://sandbox.invalid';
  const sandbox = createSandbox({
    delayMs: { queue: 0, image: 0 },
    mostPixels: 10_000,
    clock,
    baseUrl: sandboxUrl,
  });
  const store = createMemoryStore({ ledger: 'metered' });
  await store.accounts.create({ id: 'acme', createdAt: 0 });
  await store.accounts.setLimit({ ...scope, subject: 'account', meter: 'spend', limit: { max: 10_000_000 } });
  const fetch = (request: Request) => sandbox.fetch(request);
  const timeouts = { paidMs: impatient ? 1_000 : 30_000 };
  const vendors = make({ sandboxUrl, fetch, clock, retry: { firstMs: 1 }, timeouts });
  return { sandbox, store, studio: createStudio({ ...store, vendors, clock, media: createMedia() }) };
}
