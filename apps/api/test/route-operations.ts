import { openApiDocument } from '../src/openapi/document.ts';
import type { RouteCases } from './route-cases.ts';
import type { Fixtures, RouteRequest } from './route-fixtures.ts';

type Paths = Record<string, Record<string, { requestBody?: { content: Record<string, { example?: object }> } }>>;

/** Whoever pays nothing gets no paid model. */
const tooDear = { model: { prefer: 'quality' }, maxPrice: 0 };
const wait = { prefer: 'wait=120' };

/** What the document gives as an example of a body, with a real file in it. */
function example(path: string, { picture }: Fixtures): Record<string, unknown> {
  const { post } = (openApiDocument('') as { paths: Paths }).paths[path]!;
  const text = JSON.stringify(post?.requestBody?.content['application/json']?.example);
  return JSON.parse(text.replaceAll('asset_…', picture)) as Record<string, unknown>;
}

const starts: RouteCases = Object.fromEntries(
  ['generate', 'character', 'edit', 'upscale', '3d', 'faceswap', 'translate', 'video'].flatMap((id) => {
    const path = `/v1/${id}`;
    const asked =
      (more: (fixtures: Fixtures) => Partial<RouteRequest>, fields: object = {}) =>
      (fixtures: Fixtures) => ({
        path,
        body: { ...example(path, fixtures), ...fields },
        ...more(fixtures),
      });
    const once = { ...wait, 'idempotency-key': `once ${id}` };
    const quoted =
      (more: object = {}, whose: (fixtures: Fixtures) => object = () => ({})) =>
      (fixtures: Fixtures) => ({
        path: `${path}/quote`,
        body: { ...example(path, fixtures), ...more },
        ...whose(fixtures),
      });
    const common = { 404: asked(() => ({}), { model: 'no-such-model' }), 503: asked(({ live: key }) => ({ key })) };
    return [
      [
        `post ${path}`,
        {
          ...common,
          201: asked(() => ({ headers: once })),
          200: asked(() => ({ headers: once })),
          202: asked(() => ({ headers: { prefer: 'wait=0' } })),
          402: asked(() => ({}), tooDear),
          409: asked(() => ({ headers: { 'idempotency-key': 'used' } }), { metadata: { another: 'request' } }),
          429: asked(({ busy: key }) => ({ key })),
        },
      ],
      [
        `post ${path}/quote`,
        {
          200: quoted(),
          402: quoted(tooDear),
          404: quoted({ model: 'no-such-model' }),
          503: quoted({}, ({ live: key }) => ({ key })),
        },
      ],
    ];
  }),
);

const images: RouteCases = Object.fromEntries(
  [
    ['/v1/images/generations', { prompt: 'a harbour', model: 'qwen-image' }],
    ['/v1/images/edits', { prompt: 'make it dusk', model: 'qwen-edit' }],
  ].map(([path, fields]) => {
    const asked =
      (more: (fixtures: Fixtures) => Partial<RouteRequest>, model: object = {}) =>
      (fixtures: Fixtures) => ({
        path: path as string,
        body: {
          ...(fields as object),
          ...(path === '/v1/images/edits' ? { images: [{ image_url: fixtures.picture }] } : {}),
          ...model,
        },
        ...more(fixtures),
      });
    return [
      `post ${path as string}`,
      {
        200: asked(() => ({})),
        402: asked(({ spent: key }) => ({ key })),
        404: asked(() => ({}), { model: 'no-such-model' }),
        409: asked(() => ({ headers: { 'idempotency-key': 'used' } })),
        429: asked(({ busy: key }) => ({ key })),
        503: asked(({ live: key }) => ({ key })),
      },
    ];
  }),
);

/** The routes that start an operation, tell its price, and speak OpenAI's wire. */
export const operations: RouteCases = {
  ...starts,
  ...images,
  'post /v1/images/variations': { 404: () => ({ path: '/v1/images/variations' }) },
};
