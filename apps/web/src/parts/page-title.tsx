import { useSession } from '../session.tsx';
import { texts } from '../texts/english.ts';

/** What the browser calls this page, in its tabs and history. */
export function PageTitle({ of }: { readonly of: string }) {
  const { test } = useSession();
  return <title>{`${of} · ${texts.name}${test ? ` (${texts.test.badge.toLowerCase()})` : ''}`}</title>;
}
