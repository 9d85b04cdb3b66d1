/** What is read of an answer. A web `Response` is one; one that is not spares the loading of Node's `fetch`, of which that is a part. */
export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: AnswerHeaders;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
}

/** The headers of an answer; names in lower case. */
export type AnswerHeaders = Pick<Headers, 'get'> & Iterable<[name: string, value: string]>;

/** Streams and the answers made of them. Node.js ends the stream of a `Response` that is collected as garbage before anybody reads it. */
const made = new WeakMap<ReadableStream, Response>();

/** The answer as a web `Response`, which is there as long as its stream: a caller may keep that alone. */
export function asResponse(answer: Answer): Response {
  const { status, headers, body } = answer;
  const response =
    answer instanceof Response ? answer : new Response(body, { status, headers: new Headers([...headers]) });
  if (response.body !== null) made.set(response.body, response);
  return response;
}
