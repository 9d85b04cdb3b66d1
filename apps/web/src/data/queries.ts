import { isApiError, isFinished, type Model, type RunState } from '@image-studio/api-client';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from '../session.tsx';
import { rememberTiming } from './known-runs.ts';

const minute = 60_000;

/** The models of one operation, or of all. */
export function useModels(operation?: string) {
  const { client, key } = useSession();
  return useQuery({
    queryKey: ['models', key, operation ?? 'all'],
    queryFn: async ({ signal }) =>
      (await client.models.list(operation === undefined ? {} : { operation }, { signal })).data,
    staleTime: 10 * minute,
  });
}

/** One model of an operation, with its options where the server tells them. */
export function useModel(operation: string, id: string | undefined): Model | undefined {
  const { client, key } = useSession();
  const { data } = useQuery({
    queryKey: ['model', key, operation, id],
    queryFn: async ({ signal }) =>
      (await client.models.get(id!, { signal })).find((row) => row.operation === operation) ?? null,
    enabled: id !== undefined,
    staleTime: 10 * minute,
  });
  return data ?? undefined;
}

/** A run, followed to its end: through a reload and a lost connection. */
export function useRun(id: string | undefined) {
  const { client, key } = useSession();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['run', key, id],
    queryFn: ({ signal }) => client.runs.get(id!, { signal }),
    enabled: id !== undefined,
    staleTime: 60 * minute,
  });
  const open = query.data !== undefined && !isFinished(query.data);
  useEffect(() => {
    if (id === undefined || !open) return;
    const stop = new AbortController();
    const follow = async () => {
      for await (const run of client.runs.follow(id, { signal: stop.signal })) {
        queries.setQueryData(['run', key, id], run);
        if (!isFinished(run)) continue;
        rememberTiming(run);
        for (const name of ['usage', 'limits', 'runs']) void queries.invalidateQueries({ queryKey: [name, key] });
      }
    };
    // Following ends with an error only when waiting does not cure it; the last known state stays on the page.
    follow().catch(() => {});
    return () => stop.abort();
  }, [client, id, key, open, queries]);
  return query;
}

/** Runs of an operation and in a state, or all, newest first. */
export function useRuns(operation?: string, state?: RunState) {
  const { client, key } = useSession();
  return useInfiniteQuery({
    queryKey: ['runs', key, operation ?? 'all', state ?? 'all'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const filter = { ...(operation ? { operation } : {}), ...(state ? { state } : {}) };
      return client.runs.list({ limit: 24, ...filter, ...(pageParam ? { cursor: pageParam } : {}) }, { signal });
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** The meters of the account. */
export function useUsage() {
  const { client, key } = useSession();
  return useQuery({
    queryKey: ['usage', key],
    queryFn: ({ signal }) => client.usage.get({ signal }),
    staleTime: 10_000,
  });
}

/** How far the account and this key may go. */
export function useLimits() {
  const { client, key } = useSession();
  return useQuery({
    queryKey: ['limits', key],
    queryFn: ({ signal }) => client.limits({ signal }),
    staleTime: 10_000,
  });
}

/** What a route answers, or null where the server does not have it yet or this key may not see it. */
export function useIfThere<Data>(name: string, ask: (signal: AbortSignal) => Promise<Data>) {
  const { key } = useSession();
  return useQuery({
    queryKey: [name, key],
    queryFn: ({ signal }) =>
      ask(signal).catch((error: unknown) => {
        if (isApiError(error, 'not_found') || isApiError(error, 'forbidden')) return null;
        throw error;
      }),
  });
}
