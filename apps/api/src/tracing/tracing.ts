import type { Trace } from '@image-studio/core';

/** The span of a request that is being answered. */
export interface RequestSpan {
  readonly traceId: string;
  /** The W3C trace context for what the request sets off. */
  readonly traceparent: string;
  end(answer: {
    readonly route: string;
    readonly status: number;
    readonly runId: string | undefined;
    /** The code of the refusal. */
    readonly code: string | undefined;
  }): void;
}

/** What the app tells of its work as traces. */
export interface Tracing {
  /** Told of runs by whoever drives them; absent while tracing is off. */
  readonly runs?: Trace;
  /** Begins the span of a request, within the trace its `traceparent` names; undefined while tracing is off. */
  request(request: { readonly method: string; readonly traceparent: string | undefined }): RequestSpan | undefined;
  /** Sends what is waiting. */
  close(): Promise<void>;
}

/** Tracing that is off. */
export const noTracing: Tracing = { request: () => undefined, close: async () => {} };
