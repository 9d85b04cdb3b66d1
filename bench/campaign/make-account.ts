import { type Clock, isStudioError } from '@image-studio/core';
import type { createStore } from '@image-studio/store';
import { account } from './messages.ts';

const hourMs = 60 * 60_000;

/**
 * Makes the account of the campaign, unless it is there. Its period began an hour ago: what a clock that went back counts into the period before
 * would be nobody's fault, and the judge looks at one period.
 */
export async function makeAccount(
  { accounts }: Pick<ReturnType<typeof createStore>, 'accounts'>,
  clock: Pick<Clock, 'now'>,
): Promise<void> {
  if ((await accounts.get(account)) !== undefined) return;
  const now = clock.now();
  await accounts.create({ id: account, createdAt: now, anchorAt: now - hourMs }).catch((error: unknown) => {
    // Another node was first.
    if (!isStudioError(error, 'conflict')) throw error;
  });
}
