import { createSandbox } from '../../packages/sandbox/src/index.ts';
import { createOpenai as createReal, type Openai, type OpenaiOptions } from '../../packages/vendor-openai/src/index.ts';

export { openaiPolicy } from '../../packages/vendor-openai/src/index.ts';

/** The real transport; where it would reach OpenAI itself, a sandbox answers. */
export function createOpenai(options: OpenaiOptions): Openai {
  if (options.baseUrl !== undefined) return createReal(options);
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, mostPixels: 400_000 });
  return createReal({
    baseUrl: 'http://sandbox.invalid/openai',
    fetch: (request) => sandbox.fetch(request),
    ...options,
  });
}
