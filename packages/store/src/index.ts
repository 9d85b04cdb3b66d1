export { type Audit, auditLedger, type Difference } from './audit.ts';
export { createStore, type Store } from './create-store.ts';
export type { Database, Drizzle } from './database.ts';
export type { ApiKey, Keys, KeyScope } from './keys.ts';
export { type DatabaseLocation, openDatabase } from './open-database.ts';
export { type BillDifference, type Reconciliation, reconcile, type VendorBill } from './reconcile.ts';
export type { Settings } from './settings.ts';
