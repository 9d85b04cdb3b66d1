import { accountRouteWords } from './account-routes.ts';
import { adminAccountRouteWords } from './admin-account-routes.ts';
import { adminRouteWords } from './admin-routes.ts';
import { catalogueRouteWords } from './catalogue-routes.ts';
import { imageRouteWords } from './image-routes.ts';
import type { JsonSchema } from './json-schema.ts';
import { otherRouteWords } from './other-routes.ts';
import { operationOf, problemSchema, type RouteWords } from './route-words.ts';
import { runRouteWords } from './run-routes.ts';

const routeWords: readonly RouteWords[] = [
  ...runRouteWords,
  ...imageRouteWords,
  ...catalogueRouteWords,
  ...accountRouteWords,
  ...otherRouteWords,
  ...adminAccountRouteWords,
  ...adminRouteWords,
];

/** The OpenAPI 3.1 document, made from the schemas the routes check with. */
export function openApiDocument(origin: string): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const words of routeWords) (paths[words.path] ??= {})[words.method] = operationOf(words);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Image Studio',
      version: '0.1.0',
      description:
        'One door to hosted image models: exact prices before a call, limits that hold, runs that survive a crash. Money is in millionths of a US dollar.',
    },
    servers: [{ url: origin }],
    security: [{ key: [] }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'is_live_… reaches vendors, is_test_… the sandbox' },
        admin: { type: 'http', scheme: 'bearer', description: 'The operator’s key' },
      },
    },
  };
}
