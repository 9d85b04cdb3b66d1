import { type AccountCalls, accountCalls } from './account-calls.ts';
import { followRun, type FollowOptions, isFinished } from './follow-run.ts';
import { type OperationRequest, requestBody } from './request-body.ts';
import {
  type Cancelable,
  type ClientOptions,
  createSender,
  type Sender,
  type UploadProgress,
  withQuery,
} from './send.ts';
import { type WebhookCalls, webhookCalls } from './webhook-calls.ts';
import type { Asset, Model, Page, Quote, Run, RunState } from './wire.ts';

/** How an operation is started. */
export interface StartOptions {
  /** The same key and request again answers the first run instead of paying twice. */
  readonly idempotencyKey?: string;
  /** Answer when the run has ended, or after this many seconds (0 to 300, 0 when absent). */
  readonly waitSeconds?: number;
  readonly signal?: AbortSignal;
  readonly onUpload?: (progress: UploadProgress) => void;
}

/** The HTTP API as functions. Each throws `ApiError`. */
export interface Client extends AccountCalls {
  /** Starts an operation (`edit`, `upscale`, `3d`, …). A run that fails is answered, not thrown. */
  start(operation: string, request: OperationRequest, options?: StartOptions): Promise<Run>;
  /** Starts it and follows it to its end. */
  run(operation: string, request: OperationRequest, options?: Omit<StartOptions, 'waitSeconds'>): Promise<Run>;
  /** What it would cost; holds nothing. */
  quote(operation: string, request: OperationRequest, options?: Omit<StartOptions, 'waitSeconds'>): Promise<Quote>;
  readonly runs: {
    get(id: string, options?: Cancelable): Promise<Run>;
    list(
      filter?: {
        readonly operation?: string;
        readonly state?: RunState;
        readonly user?: string;
        readonly limit?: number;
        readonly cursor?: string;
      },
      options?: Cancelable,
    ): Promise<Page<Run>>;
    /** The run each time something is known of it, until it has ended; takes a lost connection up again. */
    follow(id: string, options?: FollowOptions): AsyncGenerator<Run, void, undefined>;
    /** The run when it has ended. */
    wait(id: string, options?: FollowOptions): Promise<Run>;
    cancel(id: string): Promise<Run>;
    delete(id: string): Promise<void>;
  };
  readonly assets: {
    upload(file: Blob, options?: Pick<StartOptions, 'signal' | 'onUpload'>): Promise<Asset>;
    get(id: string, options?: Cancelable): Promise<Asset>;
    content(id: string, options?: Cancelable): Promise<Blob>;
    delete(id: string): Promise<void>;
  };
  readonly models: {
    list(
      filter?: {
        readonly operation?: string;
        readonly vendor?: string;
        readonly kind?: string;
        readonly tier?: string;
        readonly capability?: string;
        /** Takes this input, such as `mask`. */
        readonly accepts?: string;
        /** Micro-dollars. */
        readonly maxPrice?: number;
        readonly runnable?: boolean;
        /** All rows when absent. */
        readonly limit?: number;
        readonly after?: string;
      },
      options?: Cancelable,
    ): Promise<Page<Model>>;
    /** The rows of an id or alias, one for each operation, with their options where the server tells them. */
    get(id: string, options?: Cancelable): Promise<readonly Model[]>;
  };
  readonly webhooks: WebhookCalls;
}

/** A client of one server with one key. Opens nothing and holds nothing open. */
export function createClient(options: ClientOptions): Client {
  const sender = createSender(options);
  const get = <Body>(path: string, { signal }: Cancelable = {}) => sender.json<Body>({ method: 'GET', path, signal });
  const remove = (path: string) => sender.json<void>({ method: 'DELETE', path });
  const start: Client['start'] = (operation, request, { idempotencyKey, waitSeconds, signal, onUpload } = {}) =>
    sender.json({
      method: 'POST',
      path: `/v1/${operation}`,
      body: requestBody(request),
      headers: {
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        ...(waitSeconds === undefined ? {} : { prefer: `wait=${waitSeconds}` }),
      },
      signal,
      onUpload,
    });
  const runs = runsOf(sender);
  return {
    start,
    run: async (operation, request, how = {}) => {
      const begun = await start(operation, request, how);
      return isFinished(begun) ? begun : runs.wait(begun.id, { signal: how.signal });
    },
    quote: (operation, request, { signal, onUpload } = {}) =>
      sender.json({ method: 'POST', path: `/v1/${operation}/quote`, body: requestBody(request), signal, onUpload }),
    runs,
    assets: {
      upload: (file, { signal, onUpload } = {}) => {
        const body = new FormData();
        body.append('file', file);
        return sender.json({ method: 'POST', path: '/v1/assets', body, signal, onUpload });
      },
      get: (id, how) => get(`/v1/assets/${encodeURIComponent(id)}`, how),
      content: async (id, { signal } = {}) => {
        const path = `/v1/assets/${encodeURIComponent(id)}/content`;
        return (await sender.response({ method: 'GET', path, signal })).blob();
      },
      delete: (id) => remove(`/v1/assets/${encodeURIComponent(id)}`),
    },
    models: {
      list: (filter = {}, how) => get(withQuery('/v1/models', filter), how),
      get: async (id, how) => {
        const answer = await get<Model | Page<Model>>(`/v1/models/${encodeURIComponent(id)}`, how);
        return 'data' in answer ? answer.data : [answer];
      },
    },
    ...accountCalls(sender),
    webhooks: webhookCalls(sender),
  };
}

function runsOf(sender: Sender): Client['runs'] {
  const pathOf = (id: string) => `/v1/runs/${encodeURIComponent(id)}`;
  return {
    get: (id, { signal } = {}) => sender.json({ method: 'GET', path: pathOf(id), signal }),
    list: (filter = {}, { signal } = {}) => sender.json({ method: 'GET', path: withQuery('/v1/runs', filter), signal }),
    follow: (id, options) => followRun(sender, id, options),
    wait: async (id, options) => {
      for await (const run of followRun(sender, id, options)) if (isFinished(run)) return run;
      throw new Error('unreachable: following ends with an ended run');
    },
    cancel: (id) => sender.json({ method: 'POST', path: `${pathOf(id)}/cancel` }),
    delete: (id) => sender.json({ method: 'DELETE', path: pathOf(id) }),
  };
}
