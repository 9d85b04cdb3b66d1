import { type Client, createClient, isApiError } from '@image-studio/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

const place = 'image-studio.key';
const keyPattern = /^is_(test|live)_[\w-]{8,}$/;

/** Who is signed in: the key, whether it is a test key, and the client that uses it. */
export interface Session {
  readonly key: string;
  readonly test: boolean;
  readonly client: Client;
  readonly signOut: () => void;
}

const SessionContext = createContext<Session | null>(null);

/** The session of the page. Only used below {@link SessionGate}. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('No session here');
  return session;
}

/** Is this text a key of Image Studio, by its look? */
export function isKey(text: string): boolean {
  return keyPattern.test(text.trim());
}

/** Takes the key from the link that `pnpm start` prints: out of the fragment, into this browser, out of the address. */
export function takeKeyFromAddress(): void {
  const given = new URLSearchParams(location.hash.slice(1)).get('key');
  if (given === null) return;
  if (isKey(given)) localStorage.setItem(place, given);
  history.replaceState(null, '', location.pathname + location.search);
}

/** Shows the page to who has a key, and `signIn` to everybody else; to whose key the server refuses, too. */
export function SessionGate(props: {
  readonly children: ReactNode;
  readonly signIn: (enter: (key: string) => void, refused: boolean) => ReactNode;
}) {
  const [key, setKey] = useState(() => localStorage.getItem(place));
  const [refused, setRefused] = useState(false);
  const queries = useQueryClient();
  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        // An answer to an earlier key says nothing about this one.
        const asked = event.query.queryKey[1];
        if (!isApiError(event.action.error, 'unauthorized') || asked !== localStorage.getItem(place)) return;
        localStorage.removeItem(place);
        setRefused(true);
        setKey(null);
      }),
    [queries],
  );
  const session = useMemo<Session | null>(() => {
    if (key === null) return null;
    const signOut = () => {
      localStorage.removeItem(place);
      setKey(null);
    };
    return { key, test: key.startsWith('is_test_'), client: createClient({ url: location.origin, key }), signOut };
  }, [key]);
  const enter = (given: string) => {
    localStorage.setItem(place, given.trim());
    setKey(given.trim());
    setRefused(false);
  };
  if (!session) return props.signIn(enter, refused);
  return <SessionContext value={session}>{props.children}</SessionContext>;
}
