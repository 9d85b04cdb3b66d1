import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answerParent } from '../child.ts';
import { noisePicture } from '../pictures.ts';
import { watchProcess } from '../process-cost.ts';
import { wordsOf } from '../words-of-request.ts';

/** What a library is asked for: so many times, so many under way. */
export interface LibraryWork {
  readonly what: 'generate' | 'save' | 'saveInFolder' | 'four' | 'edit' | 'editInFolder' | 'job';
  readonly prompt: string;
  readonly count: number;
  readonly inFlight: number;
  /** For edits: the size of the picture that goes up. */
  readonly pictureBytes?: number;
  /** For `job`: how often to ask, where the client can be told. */
  readonly everyMs?: number;
}

/** Times in ms; `peakMiB` while it worked. */
export interface LibraryResult {
  readonly times: readonly number[];
  readonly cpuMs: number;
  readonly idleMiB: number;
  readonly peakMiB: number;
  readonly faults: readonly string[];
  /** For `four`: how many pictures came. */
  readonly made: readonly number[];
  /** When each was there, by `Date.now()`. */
  readonly ends: readonly (readonly [number: number, at: number])[];
}

interface Client {
  generate(prompt: string): Promise<number>;
  save?(prompt: string, path: string): Promise<void>;
  saveInFolder?(prompt: string, path: string, folder: string): Promise<void>;
  /** Four pictures, one call each; answers how many there are. */
  four?(prompt: string): Promise<number>;
  edit?(prompt: string, picture: Uint8Array): Promise<number>;
  editInFolder?(prompt: string, picture: Uint8Array, folder: string): Promise<number>;
  job?(prompt: string, everyMs?: number): Promise<number>;
}

// A client library in a process of its own: `library.ts <folder of the peer> <address of the upstream>`.
const [, , folder = '', upstream = ''] = process.argv;
const { connect } = (await import(pathToFileURL(join(folder, 'client.mjs')).href)) as {
  connect(upstream: string): Client;
};
const client = connect(upstream);
answerParent('library', run);

async function run({ what, prompt, count, inFlight, pictureBytes, everyMs }: LibraryWork): Promise<LibraryResult> {
  // Not by `resourceUsage`: what a parent had when it began the process counts there.
  const watched = await watchProcess(process.pid);
  const picture = pictureBytes === undefined ? undefined : new Uint8Array(noisePicture(pictureBytes));
  const kept = await mkdtemp(join(tmpdir(), 'bench-library-'));
  const idleMiB = process.memoryUsage.rss() / 2 ** 20;
  const times: number[] = [];
  const faults: string[] = [];
  const made: number[] = [];
  const ends: [number, number][] = [];
  const before = process.cpuUsage();
  let sent = 0;
  const work = async () => {
    while (sent < count) {
      const number = sent++;
      const words = wordsOf(prompt, number);
      const start = performance.now();
      try {
        if (what === 'edit') await client.edit!(words, picture!);
        else if (what === 'editInFolder') await client.editInFolder!(words, picture!, join(kept, 'assets'));
        else if (what === 'four') made.push(await client.four!(words));
        else if (what === 'job') await client.job!(words, everyMs);
        else if (what === 'save') await client.save!(words, join(kept, String(number)));
        else if (what === 'saveInFolder')
          await client.saveInFolder!(words, join(kept, String(number)), join(kept, 'assets'));
        else await client.generate(words);
        ends.push([number, Date.now()]);
      } catch (error) {
        faults.push(
          error instanceof Error
            ? `${(error as { code?: string }).code ?? error.name}: ${error.message}`
            : String(error),
        );
      }
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  await rm(kept, { recursive: true, force: true });
  const { user, system } = process.cpuUsage(before);
  const { peakMiB } = await watched();
  return { times, cpuMs: (user + system) / 1000, idleMiB, peakMiB, faults, made, ends };
}
