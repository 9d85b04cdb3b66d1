import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// What the machine allows: plain node:http that hands a request on and streams the answer through, decoded into a file on the way.

const [, , upstream = ''] = process.argv;
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
const folder = await mkdtemp(join(tmpdir(), 'bench-floor-'));
let count = 0;

const server = createServer((incoming, outgoing) => {
  const headers = {
    'content-type': incoming.headers['content-type'],
    'content-length': incoming.headers['content-length'],
  };
  const onward = request(`${upstream}${incoming.url}`, { method: 'POST', agent, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, { 'content-type': 'application/json' });
    const path = join(folder, String((count += 1)));
    const file = createWriteStream(path);
    let rest = '';
    answer.on('data', (chunk: Buffer) => {
      if (!outgoing.write(chunk)) {
        answer.pause();
        outgoing.once('drain', () => answer.resume());
      }
      const text = rest + chunk.toString('latin1');
      const whole = text.length - (text.length % 4);
      rest = text.slice(whole);
      file.write(Buffer.from(text.slice(0, whole), 'base64'));
    });
    answer.once('end', () => file.end(() => outgoing.end(() => void rm(path, { force: true }))));
  });
  incoming.pipe(onward);
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ ready: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.once('disconnect', () => void rm(folder, { recursive: true, force: true }).then(() => process.exit(0)));
