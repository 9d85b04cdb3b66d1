export type { Archive } from './archive.ts';
export { createStore, type Store } from './create-store.ts';
export type { Database, Drizzle } from './database.ts';
export type { ApiKey, Keys } from './keys.ts';
export type { Expiry, Removal } from './forget.ts';
export type { RunFilter } from './list-runs.ts';
export { type DatabaseLocation, openDatabase } from './open-database.ts';
export type { Settings } from './settings.ts';
export type { Signal, Signals } from './signals.ts';
