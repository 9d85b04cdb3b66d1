export type { Alert, Key, Limits, MadeKey, Meter, NewKey, Scope, UsageEvent, UsageReport } from './account-wire.ts';
export { ApiError, type ApiErrorCode, type ApiProblem, isApiError } from './api-error.ts';
export { type Client, createClient, type StartOptions } from './client.ts';
export { type FollowOptions, isFinished } from './follow-run.ts';
export type { FileInput, InputValue, OperationRequest } from './request-body.ts';
export type { ClientOptions, UploadProgress } from './send.ts';
export type { Asset, FileFacts, Model, Money, Page, Quote, QuotedMoney, Run, RunState, Usage } from './wire.ts';
export type { MadeWebhook, Webhook, WebhookDelivery } from './webhook-wire.ts';
