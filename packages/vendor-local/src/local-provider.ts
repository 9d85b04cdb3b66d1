import { type Body, type ProviderCall, StudioError, type VendorPolicy, wholeBytes } from '@image-studio/core';
import type { Local } from './create-local.ts';
import { isOutputFormat, outputFormats } from './output-formats.ts';
import { refused } from './refused.ts';

/** How this machine is treated: the answer comes with the request, nothing is kept, two pictures at once. Times in milliseconds. */
export const localPolicy: VendorPolicy = {
  poll: { firstMs: 100, factor: 1, maxMs: 100 },
  retentionMs: 0,
  arrivesWithinMs: 0,
  inDoubtAfterMs: 60_000,
  concurrency: 2,
  repeatable: true,
};

/**
 * This machine as a provider of the endpoint `lanczos3`, whose body is `{ image, scale (2 when left out), output_format? }`.
 * The work is free and its result comes with the answer, so `start` simply runs again after a crash (`repeatable`). Refusals are `invalid_request` with `billed: 'no'`.
 */
export function localProvider(local: Pick<Local, 'enlarge'>): Pick<Local, 'policy' | 'start' | 'open'> {
  return {
    policy: localPolicy,
    async start(call) {
      if (call.endpoint !== 'lanczos3') {
        throw new StudioError('unknown_model', `This machine has no "${call.endpoint}". It has "lanczos3".`, {
          failure: 'refused',
          details: { model: call.endpoint, suggestions: ['local/lanczos3'] },
        });
      }
      const options = optionsOf(call.body);
      const picture = await read(call);
      checkNotStopped(call);
      const { bytes, mediaType } = await local.enlarge(picture, options);
      const body = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
      return { state: 'done', outputs: [{ body, mediaType }], reported: { costMicros: 0 } };
    },
    async open() {
      throw new StudioError('not_found', 'This machine leaves no files at addresses: results come with the answer.');
    },
  };
}

function optionsOf({ scale = 2, output_format: format }: Body): Parameters<Local['enlarge']>[1] {
  if (typeof scale !== 'number') throw refused('scale', 'The scale must be a number.');
  if (format === undefined || isOutputFormat(format)) return { scale, format };
  throw refused('output_format', `The format must be one of ${Object.keys(outputFormats).join(', ')}.`);
}

async function read(call: ProviderCall): Promise<Uint8Array> {
  const { image } = call.body;
  if (typeof image !== 'object' || image === null || !('$asset' in image) || typeof image.$asset !== 'string') {
    throw refused('image', 'The picture is missing.');
  }
  checkNotStopped(call);
  const { open } = call.asset(image.$asset);
  try {
    return await wholeBytes(await open());
  } catch (cause) {
    // Nothing was begun, so the runner may try again: without a failure it would be in doubt.
    throw new StudioError('internal', 'The picture cannot be read from storage.', { failure: 'never_sent', cause });
  }
}

function checkNotStopped({ signal }: Pick<ProviderCall, 'signal'>): void {
  if (!signal.aborted) return;
  throw new StudioError('canceled', 'The work was stopped before it began.', {
    failure: 'never_sent',
    cause: signal.reason,
  });
}
