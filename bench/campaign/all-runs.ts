import type { Journal, Run } from '@image-studio/core';
import { account } from './messages.ts';

const pageSize = 200;

/** Every run of the campaign's account, newest first. */
export async function allRuns(journal: Pick<Journal, 'listRuns'>): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for (;;) {
    const before = runs.at(-1)?.run.id;
    const page = { limit: pageSize, ...(before === undefined ? {} : { before }) };
    const found = await journal.listRuns({ account, test: true }, page);
    runs.push(...found);
    if (found.length < pageSize) return runs;
  }
}
