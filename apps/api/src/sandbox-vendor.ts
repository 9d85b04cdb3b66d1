import { join } from 'node:path';
import type { HttpFetch } from '@image-studio/http';
import type { Sandbox } from '@image-studio/sandbox';
import type { Vendors } from '@image-studio/studio';
import { createHuggingface } from '@image-studio/vendor-huggingface';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import type { Config } from './config.ts';

const inProcessUrl = 'http://wavespeed.sandbox.invalid';

/** The vendors as test mode has them: one sandbox for all, in this process (loaded at first use) or in one of its own. */
export function sandboxVendors({ sandboxUrl, dataFolder }: Config): Vendors {
  const fetch = sandboxUrl === undefined ? { fetch: sandboxFetch(dataFolder) } : {};
  const at = (path: string) => ({ ...fetch, baseUrl: `${(sandboxUrl ?? inProcessUrl).replace(/\/+$/, '')}${path}` });
  return {
    wavespeed: createWavespeed({ apiKey: 'sandbox', ...at('') }),
    huggingface: createHuggingface({ token: 'sandbox', ...at('/huggingface') }),
  };
}

function sandboxFetch(dataFolder: string): HttpFetch {
  let sandbox: Promise<Sandbox> | undefined;
  const open = async () => {
    const { createSandbox, folderFiles } = await import('@image-studio/sandbox');
    return createSandbox({ files: folderFiles(join(dataFolder, 'sandbox')), baseUrl: inProcessUrl });
  };
  return async (request) => (await (sandbox ??= open())).fetch(request);
}
