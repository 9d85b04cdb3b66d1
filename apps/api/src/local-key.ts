import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isStudioError } from '@image-studio/core';
import type { Services } from './services.ts';

const account = 'local';

/** The test key of this machine, kept in the data folder (mode 0600) so that each start prints the same; never a live one. */
export async function localTestKey(
  services: Pick<Services, 'findCaller' | 'createKey'>,
  dataFolder: string,
): Promise<string> {
  const path = join(dataFolder, 'local-key');
  const kept = (await readFile(path, 'utf8').catch(() => '')).trim();
  if (kept !== '' && (await isValid(services, kept))) return kept;
  const { key } = await services.createKey(account, true);
  await writeFile(path, `${key}\n`, { mode: 0o600 });
  return key;
}

async function isValid({ findCaller }: Pick<Services, 'findCaller'>, key: string): Promise<boolean> {
  try {
    return (await findCaller(key))?.test === true;
  } catch (error) {
    if (isStudioError(error, 'unauthorized')) return false;
    throw error;
  }
}
