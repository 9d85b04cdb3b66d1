import { startChild } from './child.ts';

/** The name of the bucket. */
export const bucketName = 'pictures';

/**
 * What is to befall the next requests to the bucket: HTTP 500 or 503, an answer 300 ms late, a connection that breaks amid the bytes, or
 * one that breaks when the work is done and before the answer.
 */
export interface BucketFault {
  readonly kind: 'error' | 'unavailable' | 'slow' | 'cut' | 'lost';
  readonly times: number;
}

/** A bucket that fails when told to. */
export interface BucketProcess {
  readonly url: string;
  spoil(fault: BucketFault): void;
  /** It works from here on. */
  heal(): void;
  /** How many requests met a fault. */
  struck(): number;
  stop(): Promise<void>;
}

/** Starts a bucket over a folder, on loopback. */
export async function startBucket(folder: string): Promise<BucketProcess> {
  const { promise: url, resolve } = Promise.withResolvers<string>();
  let struck = 0;
  const child = startChild('bucket.ts', { folder }, (message) => {
    const said = message as { readonly url: string } | { readonly struck: number };
    if ('url' in said) resolve(said.url);
    else struck = said.struck;
  });
  const gone = child.ended.then((): never => {
    throw new Error(`The bucket ended: ${child.errors()}`);
  });
  gone.catch(() => {});
  return {
    url: await Promise.race([url, gone]),
    spoil: (fault) => child.tell(fault),
    heal: () => child.tell({ heal: true }),
    struck: () => struck,
    stop: async () => {
      child.kill('SIGKILL');
      await child.ended;
    },
  };
}
