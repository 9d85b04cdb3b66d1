import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import S3rver from 's3rver';
import { type BucketFault, bucketName } from './bucket-process.ts';

// A bucket in a process of its own, never killed: the folder in the first argument, faults to come as JSON lines on standard input.

const { folder } = JSON.parse(process.argv[2] ?? '{}') as { folder: string };
const bucket = new S3rver({ silent: true, directory: folder, configureBuckets: [{ name: bucketName, configs: [] }] });
await bucket.configureBuckets();
const work = bucket.callback();
const faults: { kind: BucketFault['kind']; left: number }[] = [];
let struck = 0;
const server = createServer((request, response) => answer(request, response, nextFault()));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
console.log(JSON.stringify({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
for await (const line of createInterface(process.stdin)) {
  const order = JSON.parse(line) as BucketFault | { readonly heal: true };
  if ('heal' in order) faults.length = 0;
  else faults.push({ kind: order.kind, left: order.times });
  console.log(JSON.stringify({ struck }));
}
process.exit();

function nextFault(): BucketFault['kind'] | undefined {
  const [fault] = faults;
  if (fault === undefined) return undefined;
  struck++;
  if (--fault.left === 0) faults.shift();
  return fault.kind;
}

function answer(request: IncomingMessage, response: ServerResponse, fault: BucketFault['kind'] | undefined): void {
  if (fault === 'slow') return void setTimeout(() => void work(request, response), 300);
  if (fault === 'error' || fault === 'unavailable') {
    request.resume();
    return void response.writeHead(fault === 'error' ? 500 : 503, { 'retry-after': '1' }).end();
  }
  if (fault === 'cut') {
    // An upload breaks off with part of it here, a question before its answer.
    if (request.method === 'PUT') return void request.once('data', () => request.socket.destroy());
    return void request.socket.destroy();
  }
  if (fault === 'lost') loseAnswer(request, response);
  void work(request, response);
}

/** The work is done, and the connection breaks before its answer begins. */
function loseAnswer({ socket }: IncomingMessage, response: ServerResponse): void {
  response.writeHead = () => {
    socket.destroy();
    return response;
  };
}
