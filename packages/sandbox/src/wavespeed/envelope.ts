/** An answer in the vendor's envelope. */
export function answer(data: unknown): Response {
  return Response.json({ code: 200, message: 'success', data });
}

/** A refusal in the vendor's envelope; the code is the HTTP status. */
export function refuse(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ code: status, message, data: null }, { status, headers });
}

/** The JSON of a request; undefined when it is none. */
export async function readJson(request: Request): Promise<unknown> {
  try {
    return (await request.json()) as unknown;
  } catch {
    return undefined;
  }
}

/** The JSON of a request as an object; empty when it is none. */
export async function readObject(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const body = await readJson(request);
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {};
}
