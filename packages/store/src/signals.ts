/** Something the other nodes of an installation should look at now. The database stays the truth: a signal that is lost is only late. */
export type Signal =
  | { readonly kind: 'work' }
  | { readonly kind: 'wake'; readonly token: string }
  | { readonly kind: 'cancel'; readonly account: string; readonly test: boolean; readonly runId: string };

/** A bell that all nodes on one database hear. */
export interface Signals {
  /** Rings for every listener of every node, this one too. At most about 7 KB. */
  send(signal: Signal): Promise<void>;
  /** Answers a function that stops the listening. */
  listen(listener: (signal: Signal) => void): () => void;
}

/** The bell of one process alone, as with the embedded database. */
export function createLocalSignals(): Signals & { readonly ring: (signal: Signal) => void } {
  const listeners = new Set<(signal: Signal) => void>();
  const ring = (signal: Signal) => {
    for (const listener of listeners) listener(signal);
  };
  return {
    ring,
    send: async (signal) => ring(signal),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
