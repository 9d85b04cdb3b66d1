import type { Key } from '@image-studio/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ConfirmedButton } from '../parts/confirmed-button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { formatDay } from '../parts/format.ts';
import { useSession } from '../session.tsx';
import { texts } from '../texts/english.ts';

/** All keys of this mode, the ones that work first; each can be revoked but the one in use. */
export function KeyList({ keys }: { readonly keys: readonly Key[] }) {
  const { client, key: own } = useSession();
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: (id: string) => client.keys.revoke(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['keys', own] }),
  });
  const ordered = keys.toSorted((one, other) => Number(one.revokedAt !== null) - Number(other.revokedAt !== null));
  return (
    <section aria-labelledby="all-keys">
      <h2 id="all-keys" className="mb-3 text-lg font-semibold">
        {texts.keys.all}
      </h2>
      <ErrorNotice error={revoke.error} />
      <ul className="border-t border-line">
        {ordered.map((key) => (
          <li key={key.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3 text-sm">
            <span className={`min-w-0 flex-1 ${stateOf(key) === undefined ? '' : 'text-ink-soft'}`}>
              <span className="block truncate font-semibold">
                {key.name} <code className="ml-1 font-normal text-ink-soft">…{key.ending}</code>
              </span>
              <span className="block text-ink-soft">{aboutKey(key)}</span>
            </span>
            <State state={stateOf(key) ?? (own.endsWith(key.ending) ? texts.keys.own : undefined)}>
              <ConfirmedButton
                question={texts.keys.revokeAsk}
                label={`${texts.keys.revoke}: ${key.name}`}
                disabled={revoke.isPending}
                onConfirm={() => revoke.mutate(key.id)}
              >
                {texts.keys.revoke}
              </ConfirmedButton>
            </State>
          </li>
        ))}
      </ul>
    </section>
  );
}

function State({ state, children }: { readonly state: string | undefined; readonly children: React.ReactNode }) {
  if (state === undefined) return children;
  return <span className="rounded-full bg-well px-2.5 py-0.5 text-ink-soft">{state}</span>;
}

function stateOf({ revokedAt, expiresAt }: Key): string | undefined {
  if (revokedAt !== null) return texts.keys.revoked;
  return expiresAt !== null && Date.parse(expiresAt) < Date.now() ? texts.keys.expired : undefined;
}

function aboutKey({ scopes, createdAt, expiresAt }: Key): string {
  const may = scopes.map((scope) => texts.keys.scope[scope].name.toLowerCase()).join(', ');
  const days = [formatDay(createdAt), ...(expiresAt === null ? [] : [texts.keys.until(formatDay(expiresAt))])];
  return `${may} · ${days.join(', ')}`;
}
