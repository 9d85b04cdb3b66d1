import type { AssetRecord, Incoming } from '@image-studio/core';
import type { Studio } from '@image-studio/studio';
import type { Caller, Services } from './services.ts';

/** The files that came with one request. */
export interface Uploads {
  /** Keeps a file of the request. */
  readonly store: (file: Incoming) => Promise<AssetRecord>;
  /** Removes at once what no run came to use: of a quote, a refusal, a repeat. */
  readonly discardUnused: () => Promise<void>;
}

/** Notes the uploads of a request. */
export function trackUploads({ archive, clock, tidy }: Services, studio: Studio, caller: Caller): Uploads {
  const ids: string[] = [];
  return {
    store: async (file) => {
      const record = await studio.addAsset(file, { account: caller.account });
      ids.push(record.id);
      return record;
    },
    discardUnused: async () => {
      if (ids.length === 0) return;
      await archive.removeAssets(caller, ids, { at: clock.now(), unusedOnly: true });
      tidy();
    },
  };
}
