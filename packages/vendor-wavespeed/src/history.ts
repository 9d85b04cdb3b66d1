import type { Http } from '@image-studio/http';
import * as z from 'zod';
import { opened } from './envelope.ts';
import { prediction } from './prediction.ts';

/** Which predictions of the last seven days to list. Dates are ISO 8601, pages count from 1. */
export interface PredictionsQuery {
  readonly page?: number;
  readonly page_size?: number;
  readonly model?: string;
  readonly status?: string;
  readonly created_after?: string;
  readonly created_before?: string;
}

/** Which billings to list, in WaveSpeed's words. */
export interface BillingsQuery {
  readonly page?: number;
  readonly page_size?: number;
  readonly billing_type?: 'deduct' | 'refund';
  readonly prediction_uuids?: readonly string[];
  readonly sort?: 'created_at ASC' | 'created_at DESC';
  readonly start_time?: string;
  readonly end_time?: string;
  readonly model_uuid?: string;
  readonly access_key_uuid?: string;
}

const paging = {
  total: z.number().nullish(),
  has_more: z.boolean().nullish(),
};
const predictionPage = z.object({ ...paging, items: z.array(prediction).nullable() });
const billing = z.looseObject({
  uuid: z.string(),
  billing_type: z.string(),
  price: z.number(),
  created_at: z.string(),
  prediction: z.looseObject({ uuid: z.string(), model_uuid: z.string().optional() }).nullish(),
});
const billingPage = z.object({ ...paging, items: z.array(billing).nullable() });

/** A page of a listing. `total` and `hasMore` come only from some generations of the API. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total?: number;
  readonly hasMore?: boolean;
}

/** One page of recent predictions, newest first. */
export async function predictions(http: Http, query: PredictionsQuery, signal?: AbortSignal) {
  const parse = (body: unknown) => opened(body, predictionPage, { free: true });
  return page(await http.json({ method: 'POST', path: 'api/v3/predictions', json: query, free: true, signal, parse }));
}

/** One page of what was charged and refunded; `price` in US dollars. */
export async function billings(http: Http, query: BillingsQuery, signal?: AbortSignal) {
  const path = 'api/v3/billings/search';
  const parse = (body: unknown) => opened(body, billingPage, { free: true });
  return page(await http.json({ method: 'POST', path, json: query, free: true, signal, parse }));
}

/** Removes predictions, with their inputs, from WaveSpeed's history. */
export async function deletePredictions(http: Http, ids: readonly string[], signal?: AbortSignal): Promise<void> {
  const path = 'api/v3/predictions/delete';
  const parse = (body: unknown) => void opened(body, z.unknown(), { free: true });
  await http.json({ method: 'POST', path, json: { ids }, free: true, signal, parse });
}

function page<Item>(found: {
  readonly items: readonly Item[] | null;
  readonly total?: number | null | undefined;
  readonly has_more?: boolean | null | undefined;
}): Page<Item> {
  return {
    items: found.items ?? [],
    ...(typeof found.total === 'number' ? { total: found.total } : {}),
    ...(typeof found.has_more === 'boolean' ? { hasMore: found.has_more } : {}),
  };
}
