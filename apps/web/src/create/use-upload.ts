import { isApiError } from '@image-studio/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { explainError } from '../parts/format.ts';
import { useSession } from '../session.tsx';
import type { DraftFile } from './drafts.tsx';

interface Uploading {
  readonly file: File;
  /** 0 to 1. */
  readonly fraction: number;
  readonly fault?: string;
}

/** Sends files ahead, so that price and run need not carry them; where the server takes none ahead, the file goes with the request. */
export function useUpload(onDone: (kept: DraftFile, file: File) => void) {
  const { client, key } = useSession();
  const queries = useQueryClient();
  const [uploading, setUploading] = useState<readonly Uploading[]>([]);
  const set = (file: File, next: Partial<Uploading> | undefined) =>
    setUploading((all) => {
      const others = all.filter((one) => one.file !== file);
      return next ? [...others, { file, fraction: 0, ...all.find((one) => one.file === file), ...next }] : others;
    });
  const upload = async (file: File) => {
    setUploading((all) => all.filter(({ fault }) => fault === undefined));
    set(file, { fraction: 0 });
    try {
      const onUpload = ({ sent, total }: { sent: number; total: number }) => set(file, { fraction: sent / total });
      const { id } = await client.assets.upload(file, { onUpload });
      queries.setQueryData(['file', key, id], URL.createObjectURL(file));
      onDone(id, file);
      set(file, undefined);
    } catch (error) {
      if (isApiError(error, 'not_found')) {
        onDone(file, file);
        set(file, undefined);
      } else set(file, { fault: explainError(error).title });
    }
  };
  return { uploading, upload: (file: File) => void upload(file) };
}
