import { join } from 'node:path';
import { folderOf } from '../peers/install.ts';
import type { PeerName } from '../peers/peers.ts';
import { type Child, startChild } from './child.ts';
import type { LibraryResult, LibraryWork } from './subjects/library.ts';

/** A client library in a process of its own. */
export interface Library {
  work(work: LibraryWork): Promise<LibraryResult>;
  stop(): Promise<void>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
}

/** Starts a process with a peer's library in it. */
export async function startLibrary(name: PeerName, upstream: string): Promise<Library> {
  const program = join(import.meta.dirname, 'subjects/library.ts');
  const child: Child = await startChild(program, [folderOf(name), upstream]);
  return { work: (work) => child.ask(work), stop: () => child.stop(), kill: () => child.stop('SIGKILL') };
}

/** Does one piece of work in a fresh process of each library, so that no peak is another's. Throws when one failed. */
export async function inFreshProcess(name: PeerName, upstream: string, work: LibraryWork): Promise<LibraryResult> {
  const library = await startLibrary(name, upstream);
  try {
    return await library.work(work);
  } finally {
    await library.stop();
  }
}
