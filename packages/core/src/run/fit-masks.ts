import { StudioError } from '../errors/studio-error.ts';
import type { MaskSlot } from '../validation/wire.ts';
import { newId } from './id.ts';
import type { Candidate, Scope } from './journal.ts';
import type { Json } from './json.ts';
import type { RunnerParts } from './parts.ts';
import { keep } from './keep-file.ts';

/** Makes the masks that a planned body asks for, in the size and polarity its vendor wants, and puts plain slots in their place. */
export async function fitMasks(parts: RunnerParts, scope: Scope, candidate: Candidate): Promise<Candidate> {
  const fitted = (value: Json): Json | Promise<Json> => (isMaskSlot(value) ? fit(parts, scope, value) : value);
  const entries = await Promise.all(
    Object.entries(candidate.body).map(
      async ([name, value]) =>
        [name, await (Array.isArray(value) ? Promise.all(value.map(fitted)) : fitted(value))] as const,
    ),
  );
  return { ...candidate, body: Object.fromEntries(entries) };
}

async function fit(parts: RunnerParts, scope: Scope, slot: MaskSlot): Promise<Json> {
  const { journal, assets, media, clock, limits } = parts;
  const mask = await journal.getAsset(scope, slot.$mask);
  if (!mask) throw new StudioError('not_found', `No asset "${slot.$mask}"`);
  if (!media.fitMask) {
    const message =
      'The mask must have the size of its picture, with white where to edit; converting it needs @image-studio/media';
    throw new StudioError('invalid_request', message, { details: { issues: [{ path: ['mask'], message }] } });
  }
  const bytes = await media.fitMask(() => assets.read(mask.key), slot);
  const id = newId('asset', clock.now());
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  await keep(parts, { id, key: `inputs/${id}`, stream, scope, runId: null, maxBytes: limits.maxInputBytes });
  return { $asset: id };
}

function isMaskSlot(value: unknown): value is MaskSlot {
  return typeof value === 'object' && value !== null && '$mask' in value;
}
