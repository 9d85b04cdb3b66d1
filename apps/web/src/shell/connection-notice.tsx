import { useQueryClient } from '@tanstack/react-query';
import { isApiError } from '@image-studio/api-client';
import { WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { texts } from '../texts/english.ts';

/** Says so while the server cannot be reached: the browser is offline, or a question of the page stays without an answer. */
export function ConnectionNotice() {
  const queries = useQueryClient();
  const [lost, setLost] = useState(!navigator.onLine);
  useEffect(() => {
    const goes = () => setLost(true);
    const comes = () => setLost(false);
    addEventListener('offline', goes);
    addEventListener('online', comes);
    const stop = queries.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated') return;
      const { action } = event;
      if (action.type === 'success') setLost(!navigator.onLine);
      else if (action.type === 'failed' || action.type === 'error')
        if (isApiError(action.error, 'unreachable')) setLost(true);
    });
    return () => {
      removeEventListener('offline', goes);
      removeEventListener('online', comes);
      stop();
    };
  }, [queries]);
  if (!lost) return null;
  return (
    <p
      role="status"
      className="flex items-center justify-center gap-2 bg-bad-soft px-4 py-1.5 text-center text-sm font-medium text-bad"
    >
      <WifiOff size={15} aria-hidden className="shrink-0" />
      {texts.offline}
    </p>
  );
}
