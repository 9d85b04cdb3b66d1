import { useState } from 'react';
import { useIfThere } from '../data/queries.ts';
import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { Notice } from '../parts/notice.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { CopyButton } from '../parts/shown-once.tsx';
import { useSession } from '../session.tsx';
import { texts } from '../texts/english.ts';
import { KeyList } from './key-list.tsx';
import { NewKeyForm } from './new-key-form.tsx';

/** The keys of the account: the one in use, a new one, and all there are. */
export function KeysPage() {
  const { client } = useSession();
  const { data, error, refetch } = useIfThere('keys', (signal) => client.keys.list({ signal }));
  return (
    <>
      <PageHeader title={texts.keys.title} lead={texts.keys.lead} />
      <div className="grid items-start gap-x-14 gap-y-10 pb-12 *:min-w-0 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
        <div className="flex flex-col gap-10">
          <KeyInUse />
          {data && <NewKeyForm />}
        </div>
        <div>
          <ErrorNotice error={error} onRetry={() => void refetch()} />
          {data === null && <Notice title={texts.keys.absent}>{texts.keys.absentText}</Notice>}
          {data && <KeyList keys={data.data} />}
        </div>
      </div>
    </>
  );
}

function KeyInUse() {
  const { key, test } = useSession();
  const [shown, setShown] = useState(false);
  const masked = `${key.slice(0, 8)}${'•'.repeat(12)}${key.slice(-4)}`;
  return (
    <section aria-labelledby="here">
      <h2 id="here" className="mb-2 text-sm font-semibold">
        {texts.keys.here}{' '}
        <span className="font-normal text-ink-soft">({test ? texts.test.badge : texts.live.badge})</span>
      </h2>
      <div className="flex flex-wrap items-center justify-between gap-2 rounded-xl border border-line bg-card py-2 pr-2 pl-4">
        <code className="min-w-0 text-sm break-all">{shown ? key : masked}</code>
        <span className="ml-auto flex">
          <Button look="quiet" onClick={() => setShown(!shown)}>
            {shown ? texts.keys.hide : texts.keys.show}
          </Button>
          <CopyButton text={key} />
        </span>
      </div>
    </section>
  );
}
