import type { RunnerParts } from './parts.ts';

/** Those who have open calls and are gone, but for this process. */
export async function goneOwners(
  { journal, owner }: Pick<RunnerParts, 'journal' | 'owner'>,
  isGone: (owner: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const others = (await journal.owners()).filter((one) => one !== owner);
  const verdicts = await Promise.all(others.map(isGone));
  return others.filter((_, index) => verdicts[index]);
}
