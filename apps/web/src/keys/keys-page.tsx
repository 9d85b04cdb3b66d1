import type { Key } from '@image-studio/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useIfThere } from '../data/queries.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { explainError, formatTime } from '../parts/format.ts';
import { Notice } from '../parts/notice.tsx';
import { PageHeader } from '../parts/page-header.tsx';
import { useSession } from '../session.tsx';
import { texts } from '../texts/english.ts';

/** The keys of the account: the one in use, and where the server lets accounts make their own, the others. */
export function KeysPage() {
  const { client, key, test } = useSession();
  const { data, error } = useIfThere('keys', (signal) => client.keys.list({ signal }));
  const [shown, setShown] = useState(false);
  const masked = `${key.slice(0, 8)}${'•'.repeat(12)}${key.slice(-4)}`;
  return (
    <>
      <PageHeader title={texts.keys.title} lead={texts.keys.lead} />
      <div className="flex max-w-3xl flex-col gap-10 pb-12">
        <section aria-labelledby="here">
          <h2 id="here" className="mb-2 text-sm font-semibold">
            {texts.keys.here}{' '}
            <span className="font-normal text-ink-soft">({test ? texts.test.badge : texts.live.badge})</span>
          </h2>
          <div className="flex items-center justify-between gap-4 rounded-xl border border-line bg-card py-2 pr-2 pl-4">
            <code className="min-w-0 text-sm break-all">{shown ? key : masked}</code>
            <Button look="quiet" onClick={() => setShown(!shown)}>
              {shown ? texts.keys.hide : texts.keys.show}
            </Button>
          </div>
        </section>
        {error && (
          <Notice tone="bad" title={explainError(error).title}>
            {explainError(error).hint}
          </Notice>
        )}
        {data === null && <Notice title={texts.keys.absent}>{texts.keys.absentText}</Notice>}
        {data && <OwnKeys keys={data.data} />}
      </div>
    </>
  );
}

function OwnKeys({ keys }: { readonly keys: readonly Key[] }) {
  const { client, key: own, test } = useSession();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const refresh = () => queries.invalidateQueries({ queryKey: ['keys', own] });
  const create = useMutation({ mutationFn: () => client.keys.create({ name, test }), onSuccess: refresh });
  const revoke = useMutation({ mutationFn: (id: string) => client.keys.revoke(id), onSuccess: refresh });
  const fault = create.error ?? revoke.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <section className="flex flex-col gap-5">
      <form onSubmit={submit} className="flex items-end gap-3">
        <div className="flex-1">
          <Field label={texts.keys.name}>
            {(ids) => (
              <input
                {...ids}
                required
                value={name}
                onChange={(event) => setName(event.target.value)}
                className="field-box h-11"
              />
            )}
          </Field>
        </div>
        <Button look="primary" type="submit" disabled={create.isPending}>
          {texts.keys.create}
        </Button>
      </form>
      {create.data?.key && (
        <Notice title={texts.keys.made}>
          <code className="break-all">{create.data.key}</code>
        </Notice>
      )}
      {fault && (
        <Notice tone="bad" title={explainError(fault).title}>
          {explainError(fault).hint}
        </Notice>
      )}
      <ul className="border-t border-line">
        {keys.map((key) => (
          <li key={key.id} className="flex items-center justify-between gap-4 border-b border-line py-3 text-sm">
            <span className="min-w-0">
              <span className="block truncate font-semibold">{key.name}</span>
              <span className="block truncate text-ink-soft">
                {key.test ? texts.test.badge : texts.live.badge}, {formatTime(key.createdAt)}
              </span>
            </span>
            {key.revokedAt ? (
              <span className="text-ink-soft">{texts.keys.revoked}</span>
            ) : (
              <Button look="quiet" disabled={revoke.isPending} onClick={() => revoke.mutate(key.id)}>
                {texts.keys.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
