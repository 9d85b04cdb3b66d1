import { join } from 'node:path';
import type { Sandbox } from '@image-studio/sandbox';
import { createWavespeed, type Wavespeed } from '@image-studio/vendor-wavespeed';
import type { Config } from './config.ts';

const inProcessUrl = 'http://wavespeed.sandbox.invalid';

/** WaveSpeed as test mode has it: the sandbox, in this process (loaded at first use) or in one of its own. */
export function sandboxWavespeed({ sandboxUrl, dataFolder }: Config): Wavespeed {
  if (sandboxUrl !== undefined) return createWavespeed({ apiKey: 'sandbox', baseUrl: sandboxUrl });
  let sandbox: Promise<Sandbox> | undefined;
  const open = async () => {
    const { createSandbox, folderFiles } = await import('@image-studio/sandbox');
    return createSandbox({ files: folderFiles(join(dataFolder, 'sandbox')), baseUrl: inProcessUrl });
  };
  return createWavespeed({
    apiKey: 'sandbox',
    baseUrl: inProcessUrl,
    fetch: async (request) => (await (sandbox ??= open())).fetch(request),
  });
}
