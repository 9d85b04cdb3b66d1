import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Choices } from '../parts/choices.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { Field } from '../parts/field.tsx';
import { ShownOnce } from '../parts/shown-once.tsx';
import { useSession } from '../session.tsx';
import { texts } from '../texts/english.ts';
import { nameOfEvent, webhookEvents } from './webhook-events.ts';

type EventType = (typeof webhookEvents)[number];

/** Adds an address; its signing secret is shown once. */
export function NewWebhookForm() {
  const { client, key } = useSession();
  const queries = useQueryClient();
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<readonly EventType[]>(webhookEvents);
  const create = useMutation({
    mutationFn: () => client.webhooks.create({ url, events: events.length === webhookEvents.length ? ['*'] : events }),
    onSuccess: () => {
      setUrl('');
      setEvents(webhookEvents);
      return queries.invalidateQueries({ queryKey: ['webhooks', key] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <h2 className="text-lg font-semibold">{texts.webhooks.new}</h2>
      <Field label={texts.webhooks.url} help={texts.webhooks.urlHelp}>
        {(ids) => (
          <input
            {...ids}
            type="url"
            required
            placeholder="https://example.com/hooks"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
            className="field-box h-10"
          />
        )}
      </Field>
      <Choices
        label={texts.webhooks.events}
        chosen={events}
        values={webhookEvents.map((value) => ({ value, text: nameOfEvent(value) }))}
        onChange={setEvents}
      />
      <ErrorNotice error={create.error} />
      {create.data && <ShownOnce title={texts.webhooks.made} secret={create.data.secret} />}
      <Button look="primary" type="submit" className="self-start" disabled={create.isPending || events.length === 0}>
        {texts.webhooks.create}
      </Button>
    </form>
  );
}
