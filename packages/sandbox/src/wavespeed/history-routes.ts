import { endOf } from './job.ts';
import type { HistoryEntry } from './job-store.ts';
import { answer, readObject, refuse } from './envelope.ts';
import { type KeyedVisit, type RoomContext, show } from './room-context.ts';

/** `GET /predictions/{id}` and `/predictions/{id}/result`. A job that failed is a success of HTTP. */
export async function readPrediction(context: RoomContext, visit: KeyedVisit, id: string): Promise<Response> {
  const job = context.jobs.find(id);
  if (job === undefined) return refuse(404, 'Prediction not found');
  const fault = context.faults.take('status', { method: 'GET', path: visit.url.pathname, model: job.model });
  if (fault !== undefined) return refuse(503, 'Service temporarily unavailable');
  return answer(await show(context, job, visit.origin));
}

/** `POST /predictions`: the history of seven days, newest first, with the inputs. */
export async function listPredictions(context: RoomContext, visit: KeyedVisit): Promise<Response> {
  const query = await readObject(visit.request);
  const page = paging(query);
  if (page === undefined) return refuse(400, 'page must be at least 1 and page_size between 1 and 100');
  const [after, before] = [moment(query['created_after'], -Infinity), moment(query['created_before'], Infinity)];
  const fits = ({ job }: HistoryEntry) =>
    (typeof query['model'] !== 'string' || query['model'] === '' || job.model === query['model']) &&
    job.createdAt >= after &&
    job.createdAt <= before;
  const found = await Promise.all(
    context.jobs
      .history()
      .filter(fits)
      .map(async ({ job, inputs }) => ({ ...(await show(context, { ...job, base64: false }, visit.origin)), inputs })),
  );
  const wanted = found.filter(({ status }) => typeof query['status'] !== 'string' || status === query['status']);
  return answer({ page: page.number, total: wanted.length, items: wanted.slice(page.start, page.end) });
}

/** `POST /predictions/delete`. */
export async function deletePredictions(context: RoomContext, visit: KeyedVisit): Promise<Response> {
  const { ids } = await readObject(visit.request);
  if (!Array.isArray(ids)) return refuse(400, 'ids is required');
  for (const id of ids) context.jobs.remove(String(id));
  return answer(null);
}

/** `POST /billings/search`: charges and refunds, newest first unless asked otherwise. Prices in USD. */
export async function searchBillings(context: RoomContext, visit: KeyedVisit): Promise<Response> {
  const query = await readObject(visit.request);
  const page = paging(query);
  if (page === undefined) return refuse(400, 'page must be at least 1 and page_size between 1 and 100');
  const wantedIds = query['prediction_uuids'];
  const [start, end] = [moment(query['start_time'], -Infinity), moment(query['end_time'], Infinity)];
  const rows = context.account
    .bills()
    .flatMap((bill) => [bill, ...(bill.refunded ? [{ ...bill, refund: true }] : [])])
    .filter(({ at, id, model }) => {
      if (Array.isArray(wantedIds) && !wantedIds.includes(id)) return false;
      if (typeof query['model_uuid'] === 'string' && query['model_uuid'] !== model) return false;
      return at >= start && at <= end;
    })
    .map((bill) => billing(context, bill))
    .filter(({ billing_type }) => typeof query['billing_type'] !== 'string' || billing_type === query['billing_type']);
  if (query['sort'] !== 'created_at ASC') rows.reverse();
  return answer({ page: page.number, total: rows.length, items: rows.slice(page.start, page.end) });
}

function billing(
  context: RoomContext,
  bill: { id: string; model: string; micros: number; at: number; refund?: boolean },
) {
  const job = context.jobs.find(bill.id);
  const ended = job === undefined || endOf(job) <= context.clock.now();
  const created = new Date(bill.at).toISOString();
  const price = bill.micros / 1e6;
  return {
    uuid: `${bill.refund ? 'refund' : 'deduct'}-${bill.id}`,
    billing_type: bill.refund ? 'refund' : 'deduct',
    price,
    created_at: created,
    updated_at: created,
    order: { uuid: bill.id, state: ended ? 'done' : 'pre', price, origin_price: price, status: '', ak_id: 0 },
    prediction: { uuid: bill.id, model_uuid: bill.model, status: ended ? (job?.ending.state ?? 'deleted') : 'created' },
    access_key_name: '',
  };
}

function paging(query: Readonly<Record<string, unknown>>): { number: number; start: number; end: number } | undefined {
  const number = Number(query['page'] ?? 1);
  const size = Number(query['page_size'] ?? 20);
  if (!Number.isInteger(number) || number < 1 || !Number.isInteger(size) || size < 1 || size > 100) return undefined;
  return { number, start: (number - 1) * size, end: number * size };
}

/** ISO 8601 or milliseconds since the epoch. */
function moment(value: unknown, otherwise: number): number {
  if (typeof value !== 'string' && typeof value !== 'number') return otherwise;
  const time = /^\d+$/.test(String(value)) ? Number(value) : Date.parse(String(value));
  return Number.isNaN(time) ? otherwise : time;
}
