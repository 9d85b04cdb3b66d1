import { createSandbox } from '../../packages/sandbox/src/index.ts';
import {
  createWavespeed as createReal,
  type Wavespeed,
  type WavespeedOptions,
} from '../../packages/vendor-wavespeed/src/index.ts';

export { verifyWebhook, wavespeedPolicy } from '../../packages/vendor-wavespeed/src/index.ts';

/** The real transport; where it would reach WaveSpeed itself, a sandbox answers, at once and asked often. */
export function createWavespeed(options: WavespeedOptions): Wavespeed {
  if (options.baseUrl !== undefined) return createReal(options);
  const sandbox = createSandbox({
    delayMs: { queue: 0, image: 0 },
    mostPixels: 400_000,
    baseUrl: 'https://api.wavespeed.ai',
  });
  const wavespeed = createReal({ fetch: (request) => sandbox.fetch(request), ...options });
  return { ...wavespeed, policy: { ...wavespeed.policy, poll: { firstMs: 20, factor: 1, maxMs: 20 } } };
}
