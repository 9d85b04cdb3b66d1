import type { AssetRecord } from '@image-studio/core';
import type { Services } from './services.ts';

/** What is told of every file. */
export function fileFacts({ id, kind, mediaType, width, height, seconds, scene, size, sha256 }: AssetRecord) {
  const facts = { id, kind, mediaType, width, height, seconds, ...(kind === 'model3d' ? { scene } : {}) };
  return { ...facts, size, sha256 };
}

/** A file as it is answered, with a link that opens it for a day. */
export function assetBody({ links, clock }: Pick<Services, 'links' | 'clock'>, record: AssetRecord, origin: string) {
  const { account, test, runId, createdAt } = record;
  const path = links.sign(record.id, { account: account ?? '', test }, clock.now());
  return {
    ...fileFacts(record),
    object: 'asset',
    test,
    runId,
    createdAt: new Date(createdAt).toISOString(),
    url: `${origin}${path}`,
  };
}
