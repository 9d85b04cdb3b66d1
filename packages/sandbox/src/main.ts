#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { folderFiles } from './files/folder-files.ts';
import { memoryFiles } from './files/memory-files.ts';
import { createSandbox } from './sandbox.ts';
import { listen } from './server.ts';

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '0' },
    url: { type: 'string' },
    files: { type: 'string' },
    'queue-ms': { type: 'string', default: '150' },
    'image-ms': { type: 'string', default: '600' },
    'balance-micros': { type: 'string' },
    stateless: { type: 'boolean', default: false },
  },
});

const sandbox = createSandbox({
  files: values.files === undefined ? memoryFiles() : folderFiles(values.files),
  delayMs: { queue: Number(values['queue-ms']), image: Number(values['image-ms']) },
  stateless: values.stateless,
  ...(values['balance-micros'] === undefined ? {} : { balanceMicros: Number(values['balance-micros']) }),
});
const { url, close } = await listen(sandbox, {
  host: values.host,
  port: Number(values.port),
  ...(values.url === undefined ? {} : { url: values.url }),
});
console.log(JSON.stringify({ url }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
