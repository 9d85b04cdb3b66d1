import type { Body, Micros } from '@image-studio/core';
import type { Http } from '@image-studio/http';
import * as z from 'zod';
import { opened } from './envelope.ts';

/** What WaveSpeed asks for a run: its list price and what this account pays after its discount. */
export interface WavespeedPrice {
  readonly listMicros: Micros;
  readonly paidMicros: Micros;
}

const price = z.object({ price: z.number().nonnegative(), discounted_price: z.number().nonnegative().nullish() });
const modelRow = z.looseObject({
  model_id: z.string(),
  type: z.string().optional(),
  base_price: z.number().nullish(),
  formula: z.string().nullish(),
  api_schema: z.looseObject({ api_schemas: z.array(z.looseObject({})) }).nullish(),
});

/** A row of WaveSpeed's own catalogue, unknown fields kept. `base_price` in US dollars. */
export type WavespeedModel = z.output<typeof modelRow>;

/** Asks for the exact price of a run; free. Missing inputs make WaveSpeed answer its floor price. */
export async function priceOfRun(
  http: Http,
  model: string,
  inputs: Body,
  signal?: AbortSignal,
): Promise<WavespeedPrice> {
  const found = await http.json({
    method: 'POST',
    path: 'api/v3/model/price',
    json: { model_id: model, inputs },
    free: true,
    signal,
    parse: (body) => opened(body, price, { free: true, sent: inputs }),
  });
  return { listMicros: micros(found.price), paidMicros: micros(found.discounted_price ?? found.price) };
}

/** What is left on the account. */
export async function balance(http: Http, signal?: AbortSignal): Promise<Micros> {
  const parse = (body: unknown) => opened(body, z.object({ balance: z.number() }), { free: true });
  return micros((await http.json({ path: 'api/v3/balance', signal, parse })).balance);
}

/** WaveSpeed's whole catalogue, about 2 MB. */
export async function models(http: Http, signal?: AbortSignal): Promise<readonly WavespeedModel[]> {
  return http.json({
    path: 'api/v3/models',
    signal,
    parse: (body) => opened(body, z.array(modelRow), { free: true }),
  });
}

/** The secret that signs this key's webhooks. */
export async function webhookSecret(http: Http, signal?: AbortSignal): Promise<string> {
  const parse = (body: unknown) => opened(body, z.object({ secret: z.string().min(8) }), { free: true });
  return (await http.json({ path: 'api/v3/webhook/secret', signal, parse })).secret;
}

function micros(dollars: number): Micros {
  return Math.round(dollars * 1_000_000);
}
