import type { Sandbox } from '../src/index.ts';

export const origin = 'http://sandbox.invalid/stability';

/** Calls Stability's room of a sandbox as a client would: texts as they are, bytes as files. */
export function stabilityCaller(sandbox: Sandbox, apiKey = 'sk-test') {
  const headers = { authorization: `Bearer ${apiKey}` };
  const get = (path: string, more = {}) =>
    sandbox.fetch(new Request(`${origin}/${path}`, { headers: { ...headers, ...more } }));
  const post = (path: string, fields: Readonly<Record<string, string | Uint8Array>>, more = {}) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields))
      body.set(name, typeof value === 'string' ? value : new Blob([value as Uint8Array<ArrayBuffer>]));
    return sandbox.fetch(
      new Request(`${origin}/v2beta/${path}`, { method: 'POST', headers: { ...headers, ...more }, body }),
    );
  };
  return { get, post };
}

/** The body of an error. */
export interface ErrorBody {
  readonly name: string;
  readonly errors?: readonly string[];
  readonly message?: string;
}

/** An answer's file. */
export async function bytesOf(answer: Response): Promise<Uint8Array> {
  return new Uint8Array(await answer.arrayBuffer());
}
