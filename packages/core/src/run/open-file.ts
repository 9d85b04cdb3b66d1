import { StudioError } from '../errors/studio-error.ts';
import type { Incoming } from './ports.ts';

/** Opens a file of this machine. Throws `input_unreachable`. Never hand this to a server that takes strangers' requests. */
export async function openFile(path: string): Promise<Incoming> {
  const { openAsBlob } = await import('node:fs');
  try {
    const blob = await openAsBlob(path);
    return { stream: blob.stream(), size: blob.size };
  } catch (error) {
    throw new StudioError('input_unreachable', `Cannot read the file "${path}"`, { cause: error });
  }
}
