import { isApiError, type OperationRequest } from '@image-studio/api-client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSession } from '../session.tsx';

const settleMs = 300;

/** What the request would cost, asked for again when it has stood still for a moment. Undefined request = nothing to ask yet. */
export function useQuote(operation: string, request: OperationRequest | undefined) {
  const { client, key } = useSession();
  const print = request === undefined ? undefined : fingerprint(operation, request);
  const [asked, setAsked] = useState<{ readonly print: string; readonly request: OperationRequest }>();
  useEffect(() => {
    if (print === undefined || request === undefined) return setAsked(undefined);
    const timer = setTimeout(() => setAsked({ print, request }), settleMs);
    return () => clearTimeout(timer);
    // `print` stands for `request`: the object is another one at every render.
  }, [print]);
  const query = useQuery({
    queryKey: ['quote', key, asked?.print],
    queryFn: ({ signal }) => client.quote(operation, asked!.request, { signal }),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    // Limits are raised and periods end while somebody looks at a refusal.
    refetchInterval: ({ state }) => (state.data?.allowed === false ? 15_000 : false),
    retry: (failures, error) => isApiError(error, 'unreachable') && failures < 3,
  });
  const current = asked !== undefined && asked.print === print;
  return {
    quote: print === undefined ? undefined : query.data,
    error: current ? query.error : null,
    pending: print !== undefined && (!current || query.isFetching),
  };
}

/** What a request is, as text: files by name, size and date. */
export function fingerprint(operation: string, request: OperationRequest): string {
  return JSON.stringify([operation, request], (_, value: unknown) =>
    value instanceof File ? `${value.name} ${value.size} ${value.lastModified}` : value,
  );
}
