export type { Account, Accounts, Limit, LimitDefinition, LimitSubject } from './memory/memory-limits.ts';
export { inactiveAccount, unknownAccount } from './memory/memory-accounts.ts';
export { amountsOf, heldCount, idempotencyMs, limitExceeded, maxOf, periodAt } from './memory/memory-limits.ts';
export { createMemoryStore, type MemoryStore, type MemoryStoreOptions } from './memory/memory-store.ts';
export { checkAssetKey, checkRange, tooLarge } from './memory/asset-key.ts';
export { createHeaderMedia } from './memory/header-media.ts';
export { createMemoryAssets } from './memory/memory-assets.ts';
