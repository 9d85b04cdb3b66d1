import { StudioError } from '@image-studio/core';
import { AwsClient } from 'aws4fetch';

/** Which bucket, and who asks. */
export interface S3Location {
  readonly bucket: string;
  /** Any S3-compatible server; absent = AWS in `region`. The bucket is then the first part of the path. */
  readonly endpoint?: string | undefined;
  /** Default `us-east-1`. */
  readonly region?: string | undefined;
  /** Goes before every key, without slashes around it. */
  readonly prefix?: string | undefined;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** One request for one object. */
export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob | string;
}

/** How an address for strangers is made. */
export interface S3Link {
  readonly expiresInSeconds: number;
  /** Absent = the location's. */
  readonly endpoint?: string | undefined;
  /** What the file is to be served as; absent = as it was stored. */
  readonly mediaType?: string | undefined;
}

/** Requests to a bucket, signed with Signature Version 4. */
export interface S3Client {
  /** The answer, whatever its status below 500 is. Throws `internal` when the storage cannot be reached or is broken. */
  send(request: S3Request): Promise<Response>;
  /** An address that reads an object without a key until it expires. */
  sign(key: string, options: S3Link): Promise<URL>;
}

const attempts = 4;
const firstPauseMs = 200;
/** Up to the head of an answer; an upload sends its whole body before that. */
const answerMs = 30_000;
const uploadMs = 900_000;

/** A client of one bucket. Requests that failed on the way are repeated: each of them may be. */
export function createS3Client(location: S3Location, fetch: typeof globalThis.fetch): S3Client {
  const { accessKeyId, secretAccessKey, sessionToken, region = 'us-east-1' } = location;
  const session = sessionToken === undefined ? {} : { sessionToken };
  const signer = new AwsClient({ accessKeyId, secretAccessKey, ...session, region, service: 's3', retries: 0 });
  const addressOf = (key: string, endpoint = location.endpoint) =>
    new URL(pathOf(location, key), baseOf(location, endpoint));

  async function once({ method, key, query = {}, headers = {}, body }: S3Request): Promise<Response> {
    const address = addressOf(key);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    const init = { method, headers, ...(body === undefined ? {} : { body }) };
    const request = await signer.sign(address.href, init);
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), body === undefined ? answerMs : uploadMs);
    try {
      return await fetch(request, { signal: stop.signal, redirect: 'manual' });
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    send: async (request) => {
      for (let attempt = 1; ; attempt++) {
        const answer = await once(request).catch((error: unknown) =>
          error instanceof Error ? error : new Error('unknown'),
        );
        const failed = answer instanceof Error || answer.status >= 500 || answer.status === 429;
        if (!failed) return answer;
        if (!(answer instanceof Error)) await answer.body?.cancel();
        if (attempt >= attempts) throw unreachable(answer);
        await new Promise((resolve) => setTimeout(resolve, firstPauseMs * 3 ** (attempt - 1)));
      }
    },
    sign: async (key, { expiresInSeconds, endpoint, mediaType }) => {
      const address = addressOf(key, endpoint);
      address.searchParams.set('X-Amz-Expires', String(Math.min(expiresInSeconds, 604_800)));
      if (mediaType !== undefined) address.searchParams.set('response-content-type', mediaType);
      const signed = await signer.sign(address.href, { method: 'GET', aws: { signQuery: true } });
      return new URL(signed.url);
    },
  };
}

function baseOf({ bucket, region = 'us-east-1' }: S3Location, endpoint: string | undefined): string {
  return endpoint ?? `https://${bucket}.s3.${region}.amazonaws.com`;
}

function pathOf({ bucket, endpoint, prefix }: S3Location, key: string): string {
  const parts = [...(endpoint === undefined ? [] : [bucket]), ...(prefix === undefined ? [] : [prefix]), key];
  return `/${parts
    .flatMap((part) => part.split('/'))
    .map(encodeURIComponent)
    .join('/')}`;
}

function unreachable(answer: Response | Error): StudioError {
  const why = answer instanceof Error ? 'it cannot be reached' : `it answers HTTP ${answer.status}`;
  return new StudioError('internal', `The storage failed: ${why}.`, answer instanceof Error ? { cause: answer } : {});
}
