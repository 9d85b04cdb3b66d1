export {
  type Billed,
  type ErrorCode,
  type ErrorDetails,
  errorTable,
  type Issue,
  type LimitRefusal,
} from './errors/error-table.ts';
export {
  type ErrorBody,
  fromErrorBody,
  isStudioError,
  StudioError,
  type StudioErrorOptions,
  toStudioError,
} from './errors/studio-error.ts';
export { formatMicros, type Micros } from './result/money.ts';
export {
  type Condition,
  type Expression,
  flatPrice,
  type Price,
  type PriceLine,
  priceOf,
  type PriceRule,
} from './result/price.ts';
export type { OutputFile, Result, Usage } from './result/result.ts';
export type { Warning } from './result/warning.ts';
export { type FailureAction, type FailureKind, failureTable } from './run/failure-table.ts';
export { newId, randomText } from './run/id.ts';
export type { CallPatch, CallRow, CallStep, Candidate, Journal, Lease, RunRow, Scope } from './run/journal.ts';
export { canonicalJson, type Json, sha256 } from './run/json.ts';
export type { AssetRecord, Assets, Clock, Download, Incoming, Media, Probe, StoredFile } from './run/ports.ts';
export type {
  AssetSlot,
  Body,
  CallAsset,
  FoundJob,
  Output,
  Progress,
  Provider,
  ProviderCall,
  Reported,
  VendorPolicy,
} from './run/provider.ts';
export type {
  Ledger,
  MeterReading,
  Release,
  Reservation,
  Reserved,
  Settlement,
  UsageEvent,
} from './tracking/ledger.ts';
export {
  type AssetFacts,
  assetInput,
  type AssetInput,
  type AssetKind,
  type AssetRef,
  isAssetRef,
} from './validation/asset-input.ts';
export {
  model,
  type Model,
  type Models,
  type SeedField,
  type Spec,
  type Tier,
  vendorOf,
  type WireField,
  type WireMap,
} from './validation/model.ts';
export type { AnyRequest, ModelChoice, ModelName, Preference, RequestOf } from './validation/request.ts';
