import { isStudioError } from '../errors/studio-error.ts';
import type { AssetKind, AssetRef } from '../validation/asset-input.ts';
import type { Extent } from '../validation/draw-options.ts';
import { drawRequest } from '../validation/draw-request.ts';
import { type Model, type Spec, vendorOf } from '../validation/model.ts';
import { plan } from '../validation/plan.ts';
import { sampleWav } from './media-samples.ts';

/** Files for requests: a picture in JPEG, and a mask of its shape that is not all black. */
export interface RowFiles {
  readonly picture: Uint8Array;
  readonly mask: Uint8Array;
}

/** What a request is drawn for. */
export interface RowRequest {
  readonly spec: Spec;
  readonly id: string;
  readonly row: Model;
  readonly extent: Extent;
  readonly files: RowFiles;
}

/** Length of the sound in requests, which is what the sandbox takes every clip for. Seconds. */
const clipSeconds = 5;

/** A request with real files that the row takes: what cannot go together is taken out, one after the other. */
export function requestFor({ spec, id, row, extent, files }: RowRequest): Record<string, unknown> {
  const address = `data:image/jpeg;base64,${base64(files.picture)}`;
  const planned = drawRequest(spec, row, { extent, file: standIn, address });
  const out = outOfPlace(spec, id, planned);
  const file = (kind: AssetKind | 'mask') =>
    kind === 'mask' ? files.mask : kind === 'audio' ? sampleWav(clipSeconds) : files.picture;
  const { inputs, options } = drawRequest(spec, row, { extent, file, address });
  return { ...without(inputs, out, ''), options: without(options, out, 'options.') };
}

/** Places of a request that its own plan refuses, one refusal after the other. */
function outOfPlace(spec: Spec, id: string, { inputs, options }: ReturnType<typeof drawRequest>): ReadonlySet<string> {
  const out = new Set<string>();
  for (let tries = 0; tries < 8; tries += 1) {
    try {
      const kept = { inputs: without(inputs, out, ''), options: without(options, out, 'options.') };
      plan({ spec, id, ...kept, count: Number(kept.inputs['count'] ?? 1), vendors: new Set([vendorOf(id)]) });
      return out;
    } catch (error) {
      const [issue] = isStudioError(error, 'invalid_request') ? (error.details?.issues ?? []) : [];
      if (issue === undefined) throw error;
      out.add(issue.path.slice(0, issue.path[0] === 'options' ? 2 : 1).join('.'));
    }
  }
  return out;
}

function without(fields: Readonly<Record<string, unknown>>, out: ReadonlySet<string>, place: string) {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !out.has(`${place}${name}`)));
}

function standIn(kind: AssetKind | 'mask'): AssetRef {
  const sides =
    kind === 'audio' ? { width: null, height: null, seconds: clipSeconds } : { width: 96, height: 64, seconds: null };
  return {
    asset: 'asset_stand_in',
    kind: kind === 'mask' ? 'image' : kind,
    mediaType: kind === 'audio' ? 'audio/wav' : 'image/jpeg',
    size: 1000,
    sha256: 'stand-in',
    ...sides,
  };
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
