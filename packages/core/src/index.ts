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
  costOfUsage,
  flatPrice,
  type Price,
  type PriceLine,
  priceOf,
  type PriceRule,
  type PriceRuleLine,
  unknownPrice,
  usualPrice,
} from './result/price.ts';
export { type Condition, type Expression, holds, type PriceFacts } from './result/price-expression.ts';
export type { OutputFile, Result, Usage } from './result/result.ts';
export type { Warning } from './result/warning.ts';
export { slotsIn } from './run/asset-slots.ts';
export { type FailureAction, type FailureKind, failureTable } from './run/failure-table.ts';
export { planCalls, type PlannedCalls, type PlanRoom } from './run/plan-calls.ts';
export { newId, randomText } from './run/id.ts';
export type { CallPatch, CallRow, CallStep, Candidate, Journal, Lease, Run, RunRow, Scope } from './run/journal.ts';
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
  BoundQuote,
  MeterReading,
  Release,
  Reservation,
  Reserved,
  Settlement,
  Terms,
  UsageEvent,
} from './tracking/ledger.ts';
export {
  type AssetFacts,
  assetInput,
  type AssetInput,
  type AssetKind,
  type AssetRef,
  isAssetRef,
  type SceneFacts,
} from './validation/asset-input.ts';
export { joinRows } from './validation/join-rows.ts';
export { mediaAddress } from './validation/media-address.ts';
export {
  type BodyCheck,
  type MaskMark,
  model,
  type Model,
  type ModelNames,
  type Models,
  type Retired,
  type SeedField,
  type Spec,
  type Tier,
  vendorOf,
  type WireField,
  type WireMap,
} from './validation/model.ts';
export type { Runner } from './run/runner.ts';
export { createRunner } from './run/runner.ts';
export { createOperation, defaultParts, type OperationFunction, type OperationOptions } from './run/operation.ts';
export { openFile } from './run/open-file.ts';
export { wholeBytes } from './run/whole-bytes.ts';
export {
  defaultLimits,
  type Operation,
  type RunContext,
  type RunnerLimits,
  type ResumeOptions,
  type RunnerParts,
  type RunProgress,
} from './run/parts.ts';
export { errorOf, type RunState, stateOf } from './run/state.ts';
export { systemClock } from './run/system-clock.ts';
export type { Trace, TracedStep } from './run/trace.ts';
export { usageOf, warningsOf } from './run/result-of.ts';
export { judgeOffer, type Offer } from './run/accept.ts';
export { findModel, lookup, retiredModel, unknownModel } from './validation/lookup.ts';
export { check, invalidRequest, type ParsedRequest, parseRequest } from './validation/parse.ts';
export { drawRequest, type DrawnRequest, type RequestSource, usualInputs } from './validation/draw-request.ts';
export { drawOptions, type DrawSource, type Extent } from './validation/draw-options.ts';
export { countPerCall, plan, type Plan, type PlanRequest } from './validation/plan.ts';
export {
  aspectRatioInput,
  consentInput,
  countInput,
  outputFormatInput,
  promptInput,
  seedInput,
  sizeInput,
} from './validation/shared-inputs.ts';
export { consider, type Considered, type Wish } from './validation/consider.ts';
export { preferenceWeights, type RankedModel, strengths, tierWorth } from './validation/rank.ts';
export { type LeftOut, select, type Selection } from './validation/select.ts';
export type { AnyRequest, ModelChoice, ModelName, Preference, RequestOf } from './validation/request.ts';
export { bindQuote } from './run/bind-quote.ts';
