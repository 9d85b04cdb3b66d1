import type { WebhookDelivery } from '@image-studio/api-client';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RotateCcw } from 'lucide-react';
import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { formatTime } from '../parts/format.ts';
import { useSession } from '../session.tsx';
import { texts } from '../texts/english.ts';
import { nameOfEvent } from './webhook-events.ts';

const pageSize = 10;
const refreshMs = 1500;
const restMs = 4000;

/** What was sent to a webhook, newest first, with every attempt; looked at again while it is open. */
export function Deliveries({ webhook }: { readonly webhook: string }) {
  const { client, key } = useSession();
  const queries = useQueryClient();
  const queryKey = ['deliveries', key, webhook];
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey,
    initialPageParam: '',
    queryFn: ({ pageParam: cursor, signal }) =>
      client.webhooks.deliveries(webhook, { limit: pageSize, ...(cursor === '' ? {} : { cursor }) }, { signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.data.some((one) => one.state === 'pending')) ? refreshMs : restMs,
  });
  const again = useMutation({
    mutationFn: (id: string) => client.webhooks.redeliver(webhook, id),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  });
  const deliveries = data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <div className="mt-2">
      <ErrorNotice error={error ?? again.error} />
      {data && deliveries.length === 0 && <p className="text-sm text-ink-soft">{texts.webhooks.noDeliveries}</p>}
      <ul>
        {deliveries.map((delivery) => (
          <li key={delivery.id} className="flex items-start gap-4 border-b border-line py-3 text-sm last:border-0">
            <Delivery delivery={delivery} />
            <Button
              look="quiet"
              disabled={again.isPending}
              aria-label={`${texts.webhooks.redeliver}: ${nameOfEvent(delivery.type)}, ${formatTime(delivery.createdAt)}`}
              onClick={() => again.mutate(delivery.id)}
            >
              <RotateCcw size={15} aria-hidden />
              <span className="max-sm:sr-only">{texts.webhooks.redeliver}</span>
            </Button>
          </li>
        ))}
      </ul>
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{texts.webhooks.more}</Button>}
    </div>
  );
}

const looks = { pending: 'text-ink-soft', delivered: 'text-accent', failed: 'text-bad' } as const;

function Delivery({
  delivery: { type, subject, state, attempts, nextAttemptAt, createdAt },
}: {
  readonly delivery: WebhookDelivery;
}) {
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap gap-x-3">
        <span className="font-semibold">{nameOfEvent(type)}</span>
        <span className={`font-medium ${looks[state]}`}>{texts.webhooks.states[state]}</span>
        {subject?.startsWith('run_') && (
          <Link to="/runs/$id" params={{ id: subject }} className="text-accent underline underline-offset-4">
            {texts.run.open}
          </Link>
        )}
      </p>
      <p className="text-ink-soft">
        {formatTime(createdAt)}
        {attempts.length > 0 && ` · ${texts.webhooks.attempts(attempts.length)}`}
        {nextAttemptAt !== null && ` · ${texts.webhooks.next(formatTime(nextAttemptAt))}`}
      </p>
      <ol className="mt-1 text-ink-soft tabular-nums">
        {attempts.map(({ at, status, error }) => (
          <li key={at}>
            {formatTime(at)}: <span className="text-ink">{status ?? texts.webhooks.noAnswer}</span>
            {error !== null && ` ${error}`}
          </li>
        ))}
      </ol>
    </div>
  );
}
