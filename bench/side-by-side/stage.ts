import { join } from 'node:path';
import { type Child, startChild } from './child.ts';
import type { Load, LoadResult } from './load.ts';

/** What every measurement works with: the upstream and the load generator, each in a process of its own, and how long to measure. */
export interface Stage {
  readonly upstream: string;
  readonly load: (load: Load) => Promise<LoadResult>;
  /** Multiplies seconds and rounds: 1 for the short run. */
  readonly full: boolean;
  readonly say: (line: string) => void;
}

/** Sets the stage, and clears it however the work ends. */
export async function withStage<Result>(
  { full, say }: Pick<Stage, 'full' | 'say'>,
  work: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const children: Child[] = [];
  try {
    const upstream = await startChild(join(import.meta.dirname, 'upstream.ts'));
    children.push(upstream);
    const loader = await startChild(join(import.meta.dirname, 'load.ts'));
    children.push(loader);
    return await work({ upstream: upstream.ready, load: (load) => loader.ask(load), full, say });
  } finally {
    for (const child of children) await child.stop();
  }
}

/** Starts things that have to be stopped, hands them to the work, and stops them all, the last first. */
export async function withAll<const Started extends Readonly<Record<string, { stop(): Promise<void> }>>, Result>(
  starters: { readonly [Name in keyof Started]: () => Promise<Started[Name]> },
  work: (started: Started) => Promise<Result>,
): Promise<Result> {
  const started: Record<string, { stop(): Promise<void> }> = {};
  try {
    for (const [name, start] of Object.entries(starters) as [string, () => Promise<{ stop(): Promise<void> }>][])
      started[name] = await start();
    return await work(started as Started);
  } finally {
    for (const one of Object.values(started).reverse()) await one.stop();
  }
}
