/** Bounds how many paid requests to a vendor are under way at once; those beyond wait in the order they came. */
export interface Slots {
  /** Resolves to a function that gives the slot back; rejects when the signal is aborted first. */
  take(name: string, limit: number, signal: AbortSignal): Promise<() => void>;
}

/** Slots of this process. */
export function createSlots(): Slots {
  const taken = new Map<string, number>();
  const queues = new Map<string, (() => void)[]>();

  function giveBack(name: string): void {
    const next = queues.get(name)?.shift();
    if (next) return next();
    taken.set(name, (taken.get(name) ?? 1) - 1);
  }

  function once(name: string): () => void {
    let open = true;
    return () => {
      if (open) giveBack(name);
      open = false;
    };
  }

  return {
    take: (name, limit, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const inUse = taken.get(name) ?? 0;
        if (inUse < limit) {
          taken.set(name, inUse + 1);
          return resolve(once(name));
        }
        const queue = queues.get(name) ?? [];
        queues.set(name, queue);
        const enter = () => {
          signal.removeEventListener('abort', leave);
          resolve(once(name));
        };
        const leave = () => {
          queue.splice(queue.indexOf(enter), 1);
          reject(signal.reason);
        };
        queue.push(enter);
        signal.addEventListener('abort', leave, { once: true });
      }),
  };
}
