import { isApiError, type OperationRequest, type Run } from '@image-studio/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { rememberStart } from '../data/known-runs.ts';
import { useSession } from '../session.tsx';
import { fingerprint } from './use-quote.ts';

/** Starts runs. A start whose answer was lost keeps its idempotency key: pressing again attaches to it instead of paying twice. */
export function useStart(operation: string, onStarted: (run: Run) => void) {
  const { client, key } = useSession();
  const queries = useQueryClient();
  const lost = useRef<{ readonly print: string; readonly idempotencyKey: string }>(undefined);
  const [sent, setSent] = useState<number>();
  const mutation = useMutation({
    mutationFn: async (request: OperationRequest) => {
      const print = fingerprint(operation, request);
      const idempotencyKey = lost.current?.print === print ? lost.current.idempotencyKey : drawKey();
      lost.current = undefined;
      const onUpload = ({ sent, total }: { sent: number; total: number }) => setSent(sent / total);
      try {
        return await client.start(operation, request, { idempotencyKey, onUpload });
      } catch (error) {
        if (isApiError(error, 'unreachable')) lost.current = { print, idempotencyKey };
        throw error;
      } finally {
        setSent(undefined);
      }
    },
    onSuccess: (run) => {
      rememberStart();
      queries.setQueryData(['run', key, run.id], run);
      void queries.invalidateQueries({ queryKey: ['runs', key] });
      onStarted(run);
    },
  });
  return { ...mutation, sent };
}

const drawKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
