import { join } from 'node:path';
import type { Sandbox } from '@image-studio/sandbox';
import type { Vendors } from '@image-studio/studio';
import { createStability } from '@image-studio/vendor-stability';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import type { Config } from './config.ts';

const inProcessUrl = 'http://wavespeed.sandbox.invalid';

/** The vendors as test mode has them: one sandbox for all, in this process (loaded at first use) or in one of its own. */
export function sandboxVendors({ sandboxUrl, dataFolder }: Config): Vendors {
  let sandbox: Promise<Sandbox> | undefined;
  const open = async () => {
    const { createSandbox, folderFiles } = await import('@image-studio/sandbox');
    return createSandbox({ files: folderFiles(join(dataFolder, 'sandbox')), baseUrl: inProcessUrl });
  };
  const fetch = async (request: Request) => (await (sandbox ??= open())).fetch(request);
  const at = (path: string) => ({
    apiKey: 'sandbox',
    baseUrl: `${(sandboxUrl ?? inProcessUrl).replace(/\/+$/, '')}${path}`,
    ...(sandboxUrl === undefined ? { fetch } : {}),
  });
  return {
    wavespeed: createWavespeed(at('')),
    stability: createStability(at('/stability')),
  };
}
