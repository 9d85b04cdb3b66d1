import { catalogue, type CatalogueRow } from './catalogue.ts';
import { answer, readObject, refuse } from './envelope.ts';
import { listPrice } from './list-price.ts';
import type { Inputs } from './request-check.ts';
import type { KeyedVisit } from './room-context.ts';

/** `GET /models`: every row, as the vendor shapes it. */
export async function listModels(): Promise<Response> {
  const rows = [...(await catalogue()).values()].map(
    ({ model_id, type, base_price, formula, request_schema }, index) => ({
      model_id,
      name: model_id,
      base_price,
      description: '',
      type,
      sort_order: index,
      formula,
      api_schema: {
        api_schemas: [
          {
            type: 'model_run',
            method: 'POST',
            server: 'https://api.wavespeed.ai',
            api_path: `/api/v3/${model_id}`,
            request_schema,
          },
        ],
      },
    }),
  );
  return answer(rows);
}

/** `POST /model/price`: what a run would cost, in USD. Inputs may be partial and are not checked. */
export async function currentPrice({ request }: KeyedVisit): Promise<Response> {
  const asked = await askedModel(request);
  if (asked === undefined) return refuse(404, 'Product Not Found');
  const price = (await listPrice(asked.row, asked.inputs)) / 1e6;
  return answer({ model_id: asked.row.model_id, price, discounted_price: price, currency: 'USD' });
}

/** `POST /model/pricing`: the same, as older clients ask for it. */
export async function legacyPrice({ request }: KeyedVisit): Promise<Response> {
  const asked = await askedModel(request);
  if (asked === undefined) return refuse(404, 'Product Not Found');
  const unit_price = (await listPrice(asked.row, asked.inputs)) / 1e6;
  return answer({ model_id: asked.row.model_id, unit_price, currency: 'USD' });
}

async function askedModel(request: Request): Promise<{ row: CatalogueRow; inputs: Inputs } | undefined> {
  const { model_id, inputs } = await readObject(request);
  const row = (await catalogue()).get(String(model_id));
  return row && { row, inputs: (typeof inputs === 'object' && inputs !== null ? inputs : {}) as Inputs };
}
