import { createInterface } from 'node:readline';
import type { Answer, NodeSettings, Order } from './messages.ts';
import { openNode } from './open-node.ts';

// One process of a studio: settings as JSON in the first argument, orders as JSON lines on stdin, answers as JSON lines on stdout.

const settings = JSON.parse(process.argv[2] ?? '{}') as NodeSettings;
const say = (answer: Answer) => void process.stdout.write(`${JSON.stringify(answer)}\n`);
const node = await openNode(settings, say);
say({ say: 'ready' });
for await (const line of createInterface(process.stdin)) {
  const order = JSON.parse(line) as Order;
  const done = node.obey(order).catch((error: unknown) => console.error(error));
  if (order.order === 'stop') {
    await done;
    break;
  }
}
process.exit();
