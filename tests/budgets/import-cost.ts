/** Run by itself (`node --expose-gc`): loads a module and prints how many modules that is, their bytes, and the memory they keep. */
import { registerHooks } from 'node:module';

const [, , target = ''] = process.argv;
let modules = 0;
let bytes = 0;
registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    if (url.startsWith('file:')) {
      modules += 1;
      bytes += Buffer.byteLength(loaded.source ?? '');
    }
    return loaded;
  },
});

const before = heapAfterCleaning();
const kept: unknown = await import(target);
process.stdout.write(JSON.stringify({ modules, bytes, heap: heapAfterCleaning() - before, kept: typeof kept }));

function heapAfterCleaning(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
