import * as z from 'zod';

/** What kind of file an asset is. */
export type AssetKind = 'image' | 'video' | 'audio' | 'model3d';

/**
 * A picture (or other file) as a caller may give it: bytes, a Blob, a stream, a file on this machine, an https address,
 * a data URL, or an asset that we keep (`asset_…`, or an output of an earlier run).
 */
export type AssetInput =
  | Uint8Array
  | Blob
  | ReadableStream<Uint8Array>
  | URL
  | string
  | { readonly file: string }
  | { readonly asset: string };

/** What a 3D model shows: meshes and triangles drawn, and its extent along each axis in metres (null = it does not say). */
export interface SceneFacts {
  readonly meshes: number;
  readonly triangles: number;
  readonly size: { readonly x: number; readonly y: number; readonly z: number } | null;
}

/** What is known of a file that was taken in, read from the file itself. `width` and `height` in pixels, `size` in bytes. */
export interface AssetFacts {
  readonly kind: AssetKind;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
  /** Duration of a video or sound. */
  readonly seconds: number | null;
  /** Of a 3D model. */
  readonly scene?: SceneFacts | null;
}

/** A file that was taken in, standing in a request where the caller's input stood. */
export interface AssetRef extends AssetFacts {
  readonly asset: string;
}

/** The schema of an asset input: checks the form only, the file itself is read when it is taken in. */
export const assetInput: z.ZodType<AssetInput, AssetInput> = z.custom<AssetInput>(isAssetInput, {
  error: 'Expected bytes, a Blob, a stream, { file }, an https URL, a data URL or an asset id',
});

/** Was this input already taken in? */
export function isAssetRef(value: unknown): value is AssetRef {
  return typeof value === 'object' && value !== null && 'asset' in value && 'sha256' in value;
}

function isAssetInput(value: unknown): value is AssetInput {
  if (typeof value === 'string')
    return /^(data:|asset_)/.test(value) || (/^https?:/.test(value) && URL.canParse(value));
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Uint8Array || value instanceof Blob || value instanceof URL) return true;
  if (value instanceof ReadableStream) return true;
  return ('file' in value && typeof value.file === 'string') || ('asset' in value && typeof value.asset === 'string');
}
