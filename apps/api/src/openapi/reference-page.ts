import type { JsonSchema } from './json-schema.ts';

type Operation = Readonly<Record<string, unknown>>;

/** The document as one page that needs no script and no network: every route with its parameters, bodies and answers. */
export function referencePage(document: JsonSchema): string {
  const { info, paths } = document as {
    readonly info: { readonly title: string; readonly description: string };
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  const rooms = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      const [tag = 'other'] = (operation['tags'] as string[] | undefined) ?? [];
      rooms.set(tag, [...(rooms.get(tag) ?? []), section(method, path, operation)]);
    }
  const parts = [...rooms].map(([tag, routes]) => `<h2 id="${escaped(tag)}">${escaped(tag)}</h2>${routes.join('')}`);
  const links = [...rooms.keys()].map((tag) => `<a href="#${escaped(tag)}">${escaped(tag)}</a>`).join(' ');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(info.title)}: HTTP API</title><style>${style}</style><main><h1>${escaped(info.title)}: HTTP API</h1>
<p>${escaped(info.description)}</p><p><a href="/openapi.json">openapi.json</a> for tools</p><nav>${links}</nav>
${parts.join('\n')}</main></html>`;
}

function section(method: string, path: string, operation: Operation): string {
  const blocks = [
    ['Parameters', operation['parameters']],
    ['Body', (operation['requestBody'] as Operation | undefined)?.['content']],
    ['Answers', operation['responses']],
  ] as const;
  const shown = blocks
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<h4>${name}</h4><pre>${escaped(JSON.stringify(value, null, 1))}</pre>`);
  return `<details><summary><code><b>${method.toUpperCase()}</b> ${escaped(path)}</code> ${escaped(String(operation['summary'] ?? ''))}</summary>${shown.join('')}</details>`;
}

const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (character) => `&#${String(character.codePointAt(0))};`);

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0}main{max-width:60rem;margin:2rem auto;padding:0 1rem}
nav a{margin-right:1rem}summary{cursor:pointer;padding:.35rem 0}details{border-bottom:1px solid #8884}pre{overflow:auto;background:#8881;padding:.75rem;font-size:.8rem}`;
