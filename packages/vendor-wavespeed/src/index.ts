export type { WavespeedModel, WavespeedPrice } from './account.ts';
export { createWavespeed, type Wavespeed, type WavespeedOptions } from './create-wavespeed.ts';
export type { BillingsQuery, Page, PredictionsQuery } from './history.ts';
export type { JobBill } from './job-bills.ts';
export { wavespeedPolicy } from './policy.ts';
export type { Prediction, WavespeedTicket } from './prediction.ts';
export type { UploadFile } from './upload.ts';
export { verifyWebhook, type WebhookDelivery } from './webhook.ts';
