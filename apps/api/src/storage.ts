import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFolderAssets, createS3Assets, rememberRecent } from '@image-studio/assets';
import type { Assets } from '@image-studio/core';

/** Where files are, as the environment says. */
export interface StorageConfig {
  /** `file:///folder` or `s3://bucket/prefix?endpoint=&region=&public=&links=direct`; undefined = the data folder. */
  readonly url: string | undefined;
  readonly accessKeyId: string | undefined;
  readonly secretAccessKey: string | undefined;
  readonly sessionToken: string | undefined;
  readonly region: string | undefined;
}

/** The storage of files. `directLinks`: clients are sent to the storage itself. */
export interface Storage {
  readonly assets: Assets;
  readonly directLinks: boolean;
}

/** Opens the storage and asks it one thing. Throws an `Error` that says what is wrong when it cannot be used. */
export async function openStorage(config: StorageConfig, dataFolder: string): Promise<Storage> {
  const url = config.url === undefined ? undefined : new URL(config.url);
  if (url?.protocol !== 's3:') {
    const folder = url ? fileURLToPath(url) : join(dataFolder, 'files');
    return { assets: rememberRecent(await createFolderAssets(folder)), directLinks: false };
  }
  const { accessKeyId, secretAccessKey, sessionToken } = config;
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new Error('STORAGE_URL names a bucket: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY too');
  const option = (name: string) => url.searchParams.get(name) ?? undefined;
  const endpoint = option('endpoint');
  const prefix = url.pathname.replaceAll(/^\/+|\/+$/g, '');
  // A storage that is reached without encryption is one of the inside: strangers are not sent there unless told so.
  const inside = endpoint !== undefined && !endpoint.startsWith('https:');
  const assets = await createS3Assets({
    bucket: url.hostname,
    endpoint,
    region: option('region') ?? config.region,
    prefix: prefix === '' ? undefined : prefix,
    accessKeyId,
    secretAccessKey,
    sessionToken,
    publicEndpoint: option('public') ?? (inside ? false : undefined),
    tempFolder: join(dataFolder, 'uploads'),
  });
  await assets.stat('is-it-there').catch((error: unknown) => {
    throw new Error(`STORAGE_URL cannot be used. ${error instanceof Error ? error.message : ''}`, { cause: error });
  });
  return { assets: rememberRecent(assets), directLinks: option('links') === 'direct' };
}
