import type { Webhook } from '@image-studio/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { ConfirmedButton } from '../parts/confirmed-button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { useSession } from '../session.tsx';
import { texts } from '../texts/english.ts';
import { Deliveries } from './deliveries.tsx';
import { nameOfEvent } from './webhook-events.ts';

/** A webhook: where to, of what, whether it is on, and behind a fold what was sent. */
export function WebhookCard({ webhook }: { readonly webhook: Webhook }) {
  const { client, key } = useSession();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['webhooks', key] });
  const { id, url, events, active } = webhook;
  const change = useMutation({ mutationFn: () => client.webhooks.change(id, { active: !active }), onSuccess });
  const remove = useMutation({ mutationFn: () => client.webhooks.delete(id), onSuccess });
  return (
    <article aria-label={url} className="rounded-xl border border-line bg-card px-5 py-4">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="font-semibold break-all">{url}</h2>
          <p className="mt-0.5 flex items-center gap-2 text-sm text-ink-soft">
            <span
              className={`rounded-full px-2 py-px text-sm font-medium ${active ? 'bg-accent-soft text-accent' : 'bg-well text-ink-soft'}`}
            >
              {active ? texts.webhooks.active : texts.webhooks.paused}
            </span>
            {events.map(nameOfEvent).join(', ')}
          </p>
        </div>
        <div className="-mx-3 flex flex-wrap items-center sm:-mt-1">
          <Button look="quiet" disabled={change.isPending} onClick={() => change.mutate()}>
            {active ? texts.webhooks.pause : texts.webhooks.resume}
          </Button>
          <ConfirmedButton
            question={texts.webhooks.removeAsk}
            disabled={remove.isPending}
            onConfirm={() => remove.mutate()}
          >
            {texts.webhooks.remove}
          </ConfirmedButton>
        </div>
      </div>
      <ErrorNotice error={change.error ?? remove.error} />
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="mt-2 flex w-full items-center justify-between gap-2 border-t border-line pt-3 text-sm font-semibold"
      >
        {texts.webhooks.deliveries}
        <ChevronDown size={17} aria-hidden className={`transition-transform ${open ? 'rotate-180' : ''}`} />
      </button>
      {open && <Deliveries webhook={id} />}
    </article>
  );
}
