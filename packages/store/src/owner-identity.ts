import { processPlace, processStart } from './process-identity.ts';

/** This process, as part of an owner's name: a later one on the same machine can tell from it that this one is gone. */
export async function ownerIdentity(): Promise<string> {
  return `${process.pid}-${(await processStart(process.pid)) ?? ''}-${await processPlace()}`;
}

/**
 * Has the process that an owner's name ends in (behind a dot) surely ended? Only where it lived can that be told: on the same machine
 * since it was started, in the same container. In doubt it lives.
 */
export async function isOwnerGone(owner: string): Promise<boolean> {
  const found = /\.(\d+)-([^-]+)-([0-9a-f]{12})$/.exec(owner);
  if (found === null || found[3] !== (await processPlace())) return false;
  const start = await processStart(Number(found[1]));
  return start === undefined || (start !== '' && start !== found[2]);
}
