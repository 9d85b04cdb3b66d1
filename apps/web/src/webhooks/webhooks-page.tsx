import { useIfThere } from '../data/queries.ts';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { Notice } from '../parts/notice.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { useSession } from '../session.tsx';
import { texts } from '../texts/english.ts';
import { NewWebhookForm } from './new-webhook-form.tsx';
import { WebhookCard } from './webhook-card.tsx';

/** Where the account is told what happens: a new address, and those that there are with what was sent. */
export function WebhooksPage() {
  const { client } = useSession();
  const { data, error, refetch } = useIfThere('webhooks', (signal) => client.webhooks.list({ signal }));
  return (
    <>
      <PageHeader title={texts.webhooks.title} lead={texts.webhooks.lead} />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === null && <Notice title={texts.webhooks.absent}>{texts.webhooks.absentText}</Notice>}
      {data && (
        <div className="grid items-start gap-x-14 gap-y-10 pb-12 *:min-w-0 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
          <NewWebhookForm />
          <ul className="flex flex-col gap-5">
            {data.data.map((webhook) => (
              <li key={webhook.id}>
                <WebhookCard webhook={webhook} />
              </li>
            ))}
            {data.data.length === 0 && (
              <li className="py-10 text-center">
                <p className="text-lg font-semibold">{texts.webhooks.none}</p>
                <p className="text-ink-soft">{texts.webhooks.noneText}</p>
              </li>
            )}
          </ul>
        </div>
      )}
    </>
  );
}
