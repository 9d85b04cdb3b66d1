export { ApiError, type ApiErrorCode, type ApiProblem, isApiError } from './api-error.ts';
export { type Client, createClient, type StartOptions } from './client.ts';
export { type FollowOptions, isFinished } from './follow-run.ts';
export type { FileInput, InputValue, OperationRequest } from './request-body.ts';
export type { ClientOptions, UploadProgress } from './send.ts';
export type {
  Asset,
  FileFacts,
  Key,
  Meter,
  Model,
  Money,
  Page,
  Quote,
  QuotedMoney,
  Run,
  RunState,
  Usage,
  UsageEvent,
} from './wire.ts';
