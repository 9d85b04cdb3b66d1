import { type Child, startChild } from './child.ts';
import type { Answer, NodeSettings, Order, Report } from './messages.ts';

/** A node that is up. */
export interface NodeProcess {
  readonly child: Child;
  tell(order: Order): void;
  /** Asks for a report; rejects when the node ends before it answers. */
  report(): Promise<Report>;
  /** Ends it in good order. */
  stop(): Promise<void>;
}

/** Starts a node and waits until it has taken over what was open; `hear` gets all it says. */
export async function startNode(settings: NodeSettings, hear: (answer: Answer) => void): Promise<NodeProcess> {
  const waiting: ((report: Report) => void)[] = [];
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  const child = startChild('node.ts', settings, (message) => {
    const answer = message as Answer;
    if (answer.say === 'ready') isReady();
    if (answer.say === 'report') waiting.shift()?.(answer);
    hear(answer);
  });
  const gone = child.ended.then((): never => {
    throw new Error(`Node ${settings.name} ended. ${child.errors()}`);
  });
  gone.catch(() => {});
  await Promise.race([ready, gone]);
  return {
    child,
    tell: (order) => child.tell(order),
    report: () => {
      const answered = new Promise<Report>((resolve) => waiting.push(resolve));
      child.tell({ order: 'report' } satisfies Order);
      return Promise.race([answered, gone]);
    },
    stop: async () => {
      child.tell({ order: 'stop' } satisfies Order);
      await child.ended;
    },
  };
}
