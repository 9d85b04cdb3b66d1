export {
  type Account,
  type Accounts,
  accountTaken,
  endedPlan,
  inactiveAccount,
  type NewAccount,
  noAccount,
  noPlan,
  unknownAccount,
} from './tracking/accounts.ts';
export {
  type Alert,
  type Books,
  type Correction,
  expiredCall,
  noCall,
  overcorrected,
  type ReportGroup,
  type ReportRow,
} from './tracking/books.ts';
export { type Limit, type LimitDefinition, limitOf, type LimitSubject, maxOf } from './tracking/limit.ts';
export { amountsOf, heldCount, idempotencyMs, isAlwaysCounted, stretchOf, windowOf } from './tracking/meters.ts';
export { addMonths, fitBetween, minuteAt, monthAt, type Period, periodAt, termAt } from './tracking/periods.ts';
export { checkPlan, type Plan, withMarkup } from './tracking/plan.ts';
export { fits, type Judged, refusalOf } from './tracking/refusal.ts';
export { consentOf, inputBytesOf } from './tracking/request-facts.ts';
export { shippedPlans } from './tracking/shipped-plans.ts';
export {
  createMemoryStore,
  type MemoryStore,
  type MemoryStoreOptions,
  type MeteredStore,
} from './memory/memory-store.ts';
export { checkAssetKey, checkRange, tooLarge } from './memory/asset-key.ts';
export { createHeaderMedia } from './memory/header-media.ts';
export { createMemoryAssets } from './memory/memory-assets.ts';
export { bytesStream } from './run/bytes-stream.ts';
