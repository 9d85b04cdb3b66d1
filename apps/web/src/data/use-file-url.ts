import type { FileFacts } from '@image-studio/api-client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DraftFile } from '../create/drafts.tsx';
import { useSession } from '../session.tsx';

/** An address under which this page can show a file of a draft or a run; undefined while it is fetched. */
export function useFileUrl(file: DraftFile | undefined): string | undefined {
  const { client, key } = useSession();
  const id = typeof file === 'string' ? file : undefined;
  const kept = useQuery({
    queryKey: ['file', key, id],
    queryFn: async ({ signal }) => URL.createObjectURL(await client.assets.content(id!, { signal })),
    enabled: id !== undefined && id.startsWith('asset_'),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const [local, setLocal] = useState<string>();
  useEffect(() => {
    if (!(file instanceof File)) return;
    const url = URL.createObjectURL(file);
    setLocal(url);
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return file instanceof File ? local : kept.data;
}

/** A file's own link, on the address that the page came from: the policy of the page lets no other in. */
export function linkOf({ url }: Pick<FileFacts, 'url'>): string {
  const { pathname, search } = new URL(url, location.origin);
  return pathname + search;
}
