import { fromErrorBody, StudioError } from '../errors/studio-error.ts';
import type { OutputFile, Result, Usage } from '../result/result.ts';
import type { Warning } from '../result/warning.ts';
import { vendorOf } from '../validation/model.ts';
import type { CallRow, Run, RunRow } from './journal.ts';
import type { RunnerParts } from './parts.ts';
import type { AssetRecord } from './ports.ts';
import { errorOf, stateOf } from './state.ts';
import { wholeBytes } from './whole-bytes.ts';

/** The result of a run as its rows tell it. Throws what it failed with, and `in_doubt` or `timed_out` while that is so. */
export async function resultOf(parts: RunnerParts, { run, calls, files }: Run): Promise<Result> {
  const state = stateOf(calls);
  if (state !== 'succeeded') throw failureOf(run, calls, state);
  const delivered = calls.filter(({ outcome }) => outcome === 'succeeded');
  const used = delivered[0]!.candidates[delivered[0]!.candidate]!;
  const outputs = delivered.flatMap((call) =>
    call.assets.map((id, index) => outputFile(parts, fileOf(files, id), call.outputs[index]?.url ?? null)),
  );
  const finishedAt = Math.max(...calls.map((call) => call.finishedAt ?? run.createdAt));
  return {
    runId: run.id,
    operation: run.operation,
    model: used.model,
    vendor: vendorOf(used.model),
    outputs: atLeastOne(outputs),
    cost: sum(calls, 'costMicros'),
    charge: sum(calls, 'chargeMicros'),
    usage: await usageOf(parts, run, outputs.length),
    seed: delivered[0]!.reported?.seed ?? used.seed,
    timings: { total: finishedAt - run.createdAt },
    warnings: warningsOf(run, calls),
  };
}

/** The warnings of a run: what was planned, and what went wrong on the way. */
export function warningsOf(run: RunRow, calls: readonly CallRow[]): readonly Warning[] {
  const failed = calls.filter(({ outcome }) => outcome !== null && outcome !== 'succeeded');
  const fallback = calls.find(({ candidate, outcome }) => candidate > 0 && outcome === 'succeeded');
  return [
    ...run.warnings,
    ...(fallback
      ? [
          {
            code: 'fallback' as const,
            message: `Made by ${fallback.candidates[fallback.candidate]!.model}; the models before it refused.`,
          },
        ]
      : []),
    ...(failed.length < calls.length
      ? failed.map((call) => ({ code: 'call_failed' as const, message: call.error?.message ?? 'A call failed.' }))
      : []),
    ...calls.flatMap((call) => [...missing(call), ...overrun(call)]),
  ];
}

function missing(call: CallRow): Warning[] {
  const asked = call.candidates[call.candidate]?.count ?? 0;
  if (call.outcome !== 'succeeded' || call.assets.length >= asked) return [];
  return [
    {
      code: 'outputs_missing',
      message: 'The vendor delivered fewer files than asked for.',
      asked: String(asked),
      planned: String(call.assets.length),
    },
  ];
}

/** The vendor took more than was held: the account pays the hold, the rest is the operator's. */
function overrun({ costMicros, chargeMicros, heldMicros }: CallRow): Warning[] {
  if (costMicros === null || costMicros <= heldMicros || chargeMicros !== heldMicros) return [];
  const message = 'The vendor took more than was held; the account is charged what was held.';
  return [{ code: 'overrun', message, asked: String(heldMicros), planned: String(costMicros) }];
}

function failureOf(run: RunRow, calls: readonly CallRow[], state: string): StudioError {
  const body = errorOf(calls);
  if (body) return fromErrorBody(body);
  return new StudioError('internal', `Run ${run.id} is ${state} and has no result yet`);
}

function fileOf(files: readonly AssetRecord[], asset: string): AssetRecord {
  const record = files.find(({ id }) => id === asset);
  if (!record) throw new StudioError('not_found', `The file "${asset}" was deleted`);
  return record;
}

function outputFile({ assets }: RunnerParts, record: AssetRecord, url: string | null): OutputFile {
  const { id, kind, mediaType, width, height, seconds, scene = null, size, sha256 } = record;
  const stream = () => assets.read(record.key);
  const bytes = async () => wholeBytes(await stream());
  // prettier-ignore
  return {
    kind, mediaType, width, height, seconds, scene, size, sha256, asset: id, url, stream, bytes,
    base64: async () => base64(await bytes()),
    saveTo: async (path) => {
      const { writeFile } = await import('node:fs/promises');
      await writeFile(path, await stream());
    },
  };
}

function atLeastOne(files: readonly OutputFile[]): Result['outputs'] {
  const [first, ...rest] = files;
  if (!first) throw new StudioError('internal', 'A run succeeded without a file');
  return [first, ...rest];
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** How the account stands after a run that delivered so many outputs; null for a run of nobody. */
export async function usageOf(
  { ledger, clock }: Pick<RunnerParts, 'ledger' | 'clock'>,
  run: RunRow,
  delivered: number,
): Promise<Usage | null> {
  if (run.account === null) return null;
  const meters = await ledger.usage(run, clock.now());
  const meter = meters.find(({ meter: name }) => name === run.operation);
  const spend = meters.find(({ meter: name }) => name === 'spend');
  const current = meter?.used ?? delivered;
  return {
    previous: current - delivered,
    held: meter?.held ?? 0,
    current,
    limit: meter?.max ?? null,
    total: spend?.used ?? 0,
  };
}

function sum(calls: readonly CallRow[], field: 'costMicros' | 'chargeMicros'): number {
  return calls.reduce((total, call) => total + (call[field] ?? 0), 0);
}
