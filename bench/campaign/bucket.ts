import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import S3rver from 's3rver';

// A bucket in a process of its own, never killed: the folder in the first argument, faults to come as JSON lines on standard input.

/**
 * What is to befall the next requests to the bucket: HTTP 500 or 503, an answer 300 ms late, a connection that breaks
 * amid the bytes, or one that breaks when the work is done and before the answer.
 */
export interface BucketFault {
  readonly kind: 'error' | 'unavailable' | 'slow' | 'cut' | 'lost';
  readonly times: number;
}

/** The name of the bucket. */
export const bucketName = 'pictures';

if (import.meta.main) await serveBucket(JSON.parse(process.argv[2] ?? '{}') as { folder: string });

/** The work is done, and the connection breaks before its answer begins. */
function loseAnswer({ socket }: IncomingMessage, response: ServerResponse): void {
  response.writeHead = () => {
    socket.destroy();
    return response;
  };
}

async function serveBucket({ folder }: { readonly folder: string }): Promise<void> {
  const bucket = new S3rver({
    silent: true,
    directory: folder,
    configureBuckets: [{ name: bucketName, configs: [] }],
  });
  await bucket.configureBuckets();
  const work = bucket.callback();
  const faults: { kind: BucketFault['kind']; left: number }[] = [];
  let struck = 0;
  const next = () => {
    const fault = faults[0];
    if (fault === undefined) return undefined;
    struck++;
    if (--fault.left === 0) faults.shift();
    return fault.kind;
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const fault = next();
    if (fault === 'error' || fault === 'unavailable') {
      request.resume();
      response.writeHead(fault === 'error' ? 500 : 503, { 'retry-after': '1' }).end();
    } else if (fault === 'slow') setTimeout(() => void work(request, response), 300);
    else if (fault === 'cut') {
      // An upload breaks off with part of it here, an answer before its end.
      if (request.method === 'PUT') request.once('data', () => request.socket.destroy());
      else request.socket.destroy();
    } else {
      if (fault === 'lost') loseAnswer(request, response);
      void work(request, response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  console.log(JSON.stringify({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
  for await (const line of createInterface(process.stdin)) {
    const order = JSON.parse(line) as BucketFault | { readonly stop: true };
    if ('stop' in order) faults.length = 0;
    else faults.push({ kind: order.kind, left: order.times });
    console.log(JSON.stringify({ struck }));
  }
  process.exit();
}
