import { createSandbox } from '../../packages/sandbox/src/index.ts';
import { createGemini as createReal, type Gemini, type GeminiOptions } from '../../packages/vendor-gemini/src/index.ts';

export { geminiPolicy } from '../../packages/vendor-gemini/src/index.ts';

/** The real transport; where it would reach Google itself, a sandbox answers. */
export function createGemini(options: GeminiOptions): Gemini {
  if (options.baseUrl !== undefined) return createReal(options);
  const sandbox = createSandbox({ delayMs: { queue: 0, image: 0 }, mostPixels: 400_000 });
  return createReal({
    baseUrl: 'http://sandbox.invalid/gemini',
    fetch: (request) => sandbox.fetch(request),
    ...options,
  });
}
