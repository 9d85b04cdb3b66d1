/** Answers of Stability as its specification shows them; the text of an error says what the sentence after it does. */
const id = 'a6dc6c6e20acda010fe14d71f180658f2896ed9b4ec25aa99a6ff06c796987c4';

/** The smallest PNG: one pixel. */
export const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const json =
  (status: number, body: unknown, headers = {}) =>
  () =>
    Response.json(body, { status, headers });
const error = (status: number, name: string, text: string) => json(status, { id: 'a1b2', name, errors: [text] });

/** Answers by what they mean; each is made anew. */
export const answers = {
  bytes: () =>
    new Response(Buffer.from(png, 'base64'), {
      headers: { 'content-type': 'image/png', 'finish-reason': 'SUCCESS', seed: '343940597', 'x-request-id': '0d6e' },
    }),
  filtered: () =>
    new Response(Buffer.from(png, 'base64'), {
      headers: { 'content-type': 'image/png', 'finish-reason': 'CONTENT_FILTERED', seed: '343940597' },
    }),
  asJson: json(
    200,
    { image: png, finish_reason: 'SUCCESS', seed: 343_940_597 },
    { 'content-type': 'application/json; type=image/png' },
  ),
  filteredAsJson: json(200, { image: png, finish_reason: 'CONTENT_FILTERED', seed: 343_940_597 }),
  glb: () =>
    new Response(Uint8Array.of(0x67, 0x6c, 0x54, 0x46, 2, 0, 0, 0), {
      headers: { 'content-type': 'model/gltf-binary' },
    }),
  started: json(200, { id }),
  inProgress: json(202, { id, status: 'in-progress' }),
  unknownResult: error(404, 'not_found', 'id: not found'),
  balance: json(200, { credits: 0.6336833840314097 }),
  badRequest: error(400, 'bad_request', 'some-field: is required'),
  tooSmall: error(400, 'bad_request', 'Image width and height must be at least 640'),
  unauthorized: json(401, { id: 'a1b2', name: 'unauthorized', message: 'missing authorization header' }),
  outOfCredits: json(402, { id: 'a1b2', name: 'payment_required', message: 'not enough credits' }),
  flagged: error(403, 'content_moderation', 'Your request was flagged and you were not charged.'),
  notAllowed: error(403, 'permission_denied', 'You lack the necessary permissions.'),
  tooLarge: error(413, 'payload_too_large', 'body: payloads cannot be larger than 10MiB in size'),
  language: error(422, 'invalid_language', 'English is the only supported language for this service.'),
  publicFigure: error(422, 'public_figure', 'Our system detected the likeness of a public figure in your image.'),
  lockedOut: json(429, {
    id: 'rate_limit_exceeded',
    name: 'rate_limit_exceeded',
    errors: ['timed out for 60 seconds'],
  }),
  internal: error(500, 'internal_error', 'An unexpected error occurred.'),
  gateway: () => new Response('<html>', { status: 500, headers: { 'content-type': 'text/html' } }),
} as const satisfies Readonly<Record<string, () => Response>>;

/** The id in the answers. */
export const jobId = id;
