import * as z from 'zod';
import type { RouteWords } from './route-words.ts';

const methods = ['get', 'post', 'patch', 'delete', 'put'] as const;

/** Routes of the app that nobody wrote words for: they are told with their address alone, so that the document lacks none. */
export function untoldRoutes(
  routes: readonly { readonly method: string; readonly path: string }[],
  told: readonly RouteWords[],
): readonly RouteWords[] {
  const known = new Set(told.map(({ method, path }) => `${method} ${path}`));
  return routes.flatMap(({ method: spelled, path: pattern }) => {
    const method = methods.find((one) => one === spelled.toLowerCase());
    const path = pattern.replaceAll(/:(\w+)(\{[^/]*\})?/g, '{$1}');
    if (!method || path.includes('*') || known.has(`${method} ${path}`)) return [];
    known.add(`${method} ${path}`);
    const access = path.startsWith('/v1/admin') ? 'admin' : path.startsWith('/v1/') ? 'key' : 'public';
    const answers = { 200: z.looseObject({}) };
    return [{ method, path, access, tag: path.split('/')[2] ?? 'server', summary: `${spelled} ${path}`, answers }];
  });
}
