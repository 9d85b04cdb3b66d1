import type { Run } from '@image-studio/api-client';

/** The same request as a command; the key comes from the environment and never into the text. */
export function asCurl({ operation, input }: Run, origin: string): string {
  const body = JSON.stringify(bodyOf(input)).replaceAll("'", String.raw`'\''`);
  return `curl ${origin}/v1/${operation} \\
  -H "Authorization: Bearer $IMAGE_STUDIO_KEY" -H 'Prefer: wait=120' \\
  -H 'Content-Type: application/json' \\
  -d '${body}'`;
}

/** The same request as a program. */
export function asTypeScript({ operation, input }: Run, origin: string): string {
  const body = JSON.stringify(bodyOf(input), null, 2).replaceAll(/^( *)"([A-Za-z_]\w*)":/gm, '$1$2:');
  return `import { createClient } from '@image-studio/api-client';

const client = createClient({ url: '${origin}', key: process.env['IMAGE_STUDIO_KEY'] ?? '' });
const run = await client.run('${operation}', ${body});
console.log(run.state, run.outputs.map(({ url }) => url));`;
}

function bodyOf(input: Run['input']): Record<string, unknown> {
  const isEmpty = (value: unknown) =>
    value === null || (typeof value === 'object' && Object.keys(value as object).length === 0);
  return Object.fromEntries(Object.entries(input).filter(([, value]) => !isEmpty(value)));
}
