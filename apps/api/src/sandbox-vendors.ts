import { join } from 'node:path';
import type { HttpFetch } from '@image-studio/http';
import type { Sandbox } from '@image-studio/sandbox';
import type { Vendors } from '@image-studio/studio';
import { createStability } from '@image-studio/vendor-stability';
import { createGemini } from '@image-studio/vendor-gemini';
import { createOpenai } from '@image-studio/vendor-openai';
import { createHuggingface } from '@image-studio/vendor-huggingface';
import { createWavespeed } from '@image-studio/vendor-wavespeed';
import type { Config } from './config.ts';

const inProcessUrl = 'http://wavespeed.sandbox.invalid';
const apiKey = 'sandbox';

/** The vendors as test mode has them: one sandbox plays them all, in this process (loaded at first use) or in one of its own. */
export function sandboxVendors(config: Config): Vendors {
  const { baseUrl, fetch } = reach(config);
  const at = (path: string) => ({ apiKey, baseUrl: `${baseUrl}${path}`, ...(fetch === undefined ? {} : { fetch }) });
  return {
    wavespeed: createWavespeed(at('')),
    stability: createStability(at('/stability')),
    gemini: createGemini(at('/gemini')),
    openai: createOpenai(at('/openai')),
    huggingface: createHuggingface({ ...at('/huggingface'), token: apiKey }),
  };
}

function reach({ sandboxUrl, dataFolder }: Config): { readonly baseUrl: string; readonly fetch?: HttpFetch } {
  if (sandboxUrl !== undefined) return { baseUrl: sandboxUrl.replace(/\/+$/, '') };
  let sandbox: Promise<Sandbox> | undefined;
  const open = async () => {
    const { createSandbox, folderFiles } = await import('@image-studio/sandbox');
    return createSandbox({ files: folderFiles(join(dataFolder, 'sandbox')), baseUrl: inProcessUrl });
  };
  return { baseUrl: inProcessUrl, fetch: async (request) => (await (sandbox ??= open())).fetch(request) };
}
