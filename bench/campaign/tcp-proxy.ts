import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A stretch of wire that can be cut and held. */
export interface TcpProxy {
  readonly port: number;
  /** Every connection breaks; new ones are let in. */
  cut(): void;
  /** No byte goes through for so many real ms; nothing is lost. New connections wait, too. */
  stall(forMs: number): void;
  close(): Promise<void>;
}

/** Carries connections on a free port of loopback to another. */
export async function startTcpProxy(target: { readonly host: string; readonly port: number }): Promise<TcpProxy> {
  const pairs = new Set<readonly [near: Socket, far: Socket]>();
  let stalledUntil = 0;
  let waking: NodeJS.Timeout | undefined;

  const server = createServer({ pauseOnConnect: true }, (near) => {
    const far = connect(target);
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [one, other] of [pair, [far, near] as const]) {
      one.setNoDelay(true);
      one.on('data', (bytes) => {
        if (!other.write(bytes)) one.pause();
      });
      other.on('drain', () => isStalled() || one.resume());
      one.on('end', () => other.end());
      one.on('error', () => other.destroy());
      one.on('close', () => {
        pairs.delete(pair);
        other.destroySoon();
      });
    }
    if (isStalled()) far.pause();
    else near.resume();
  });
  const isStalled = () => performance.now() < stalledUntil;
  const wake = () => pairs.forEach((pair) => pair.forEach((socket) => socket.resume()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => pairs.forEach((pair) => pair.forEach((socket) => socket.resetAndDestroy())),
    stall: (forMs) => {
      stalledUntil = Math.max(stalledUntil, performance.now() + forMs);
      pairs.forEach((pair) => pair.forEach((socket) => socket.pause()));
      clearTimeout(waking);
      waking = setTimeout(wake, Math.ceil(stalledUntil - performance.now()) + 1);
    },
    close: async () => {
      clearTimeout(waking);
      const closed = new Promise((resolve) => server.close(resolve));
      pairs.forEach((pair) => pair.forEach((socket) => socket.destroy()));
      await closed;
    },
  };
}
