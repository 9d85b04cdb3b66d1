import { createHash } from 'node:crypto';
import type { Assets, Journal, Run } from '@image-studio/core';
import type { Violation } from './judge.ts';

/** (iv) Every output that was charged is there, byte for byte what was recorded. */
export async function judgeFiles(
  runs: readonly Run[],
  journal: Pick<Journal, 'getAsset'>,
  assets: Assets,
): Promise<{ readonly violations: readonly Violation[]; readonly files: number }> {
  const violations: Violation[] = [];
  let files = 0;
  for (const { run, calls } of runs) {
    for (const call of calls.filter(({ outcome }) => outcome === 'succeeded')) {
      const broken = (what: string) =>
        void violations.push({ invariant: 'files kept', run: run.id, what: `${call.id} ${what}` });
      if (call.assets.length === 0) broken('succeeded without a file');
      for (const id of call.assets) {
        const record = await journal.getAsset(call, id);
        if (record === undefined || record.runId !== run.id) broken(`has no record of ${id}`);
        else {
          const found = await digestOf(assets, record.key);
          if (found !== record.sha256) broken(`has ${found ?? 'no file'} instead of ${record.sha256} under ${id}`);
        }
        files++;
      }
    }
  }
  return { violations, files };
}

async function digestOf(assets: Assets, key: string): Promise<string | undefined> {
  const stream = await assets.read(key).catch(() => undefined);
  if (stream === undefined) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest('hex');
}
