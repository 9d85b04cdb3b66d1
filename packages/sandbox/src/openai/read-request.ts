import sharp from 'sharp';
import { pictureSize } from '../media/open-picture.ts';
import type { OpenaiError } from './error-answer.ts';

/** A picture that came in, with its size in pixels. */
export interface SentPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A request taken apart: plain fields with numbers read, pictures and a mask (white = edit). */
export interface OpenaiRequest {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly images: readonly SentPicture[];
  readonly mask: Uint8Array | undefined;
}

const numeric = new Set(['n', 'output_compression', 'partial_images']);
const largest = 50e6;

/** The JSON of a generation. */
export async function readGeneration(request: Request): Promise<OpenaiRequest | OpenaiError> {
  const body: unknown = await request.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return invalid('We could not parse the JSON body.');
  return { fields: body as Readonly<Record<string, unknown>>, images: [], mask: undefined };
}

/** The form of an edit: `image` or `image[]`, and `mask`. */
export async function readEdit(request: Request): Promise<OpenaiRequest | OpenaiError> {
  const form = await request.formData().catch(() => undefined);
  if (form === undefined) return invalid('Expected multipart/form-data.');
  const entries = [...form.entries()];
  const files = entries.filter(([name, value]) => /^image(\[\])?$/.test(name) && typeof value !== 'string');
  const texts = entries.filter(([name, value]) => typeof value === 'string' && name !== 'mask');
  const strange = entries.find(([name, value]) => typeof value !== 'string' && !/^(image(\[\])?|mask)$/.test(name));
  if (strange) return unknown(strange[0]);
  if (files.length === 0) return { ...invalid("Missing required parameter: 'image'."), param: 'image' };
  if (files.length > 16) return { ...invalid('Too many images: at most 16.'), param: 'image' };
  const images: SentPicture[] = [];
  for (const [, file] of files) {
    const picture = await pictureIn(file as File);
    if ('status' in picture) return picture;
    images.push(picture);
  }
  const mask = form.get('mask');
  const read = mask instanceof File ? await maskIn(mask, images[0]!) : undefined;
  if (read !== undefined && 'status' in read) return read;
  const fields = texts.map(([name, value]) => [name, numeric.has(name) ? Number(value) : value]);
  return { fields: Object.fromEntries(fields) as Record<string, unknown>, images, mask: read };
}

async function pictureIn(file: File): Promise<SentPicture | OpenaiError> {
  if (!/^image\/(png|jpeg|webp)$/.test(file.type) || file.size >= largest) {
    return { ...invalid(`Invalid file '${file.name}': unsupported mimetype ('${file.type}').`), param: 'image' };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const size = await pictureSize(bytes).catch(() => undefined);
  return size
    ? { bytes, ...size }
    : { ...invalid('Invalid image file or mode.'), param: 'image', code: 'invalid_image_file' };
}

/** The mask turned to white where it is transparent: there OpenAI edits. */
async function maskIn(file: File, { width, height }: SentPicture): Promise<Uint8Array | OpenaiError> {
  const refused = (message: string) => ({ ...invalid(message), param: 'mask', code: 'invalid_mask_image' });
  if (file.type !== 'image/png' || file.size >= 4e6) return refused('Invalid mask: expected a PNG of less than 4 MB.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const facts = await sharp(bytes)
    .metadata()
    .catch(() => undefined);
  if (facts?.hasAlpha !== true) return refused('Invalid mask: it has no alpha channel.');
  if (facts.width !== width || facts.height !== height)
    return refused('Invalid mask: its size is not that of the image.');
  return new Uint8Array(await sharp(bytes).extractChannel('alpha').negate().png().toBuffer());
}

const invalid = (message: string): OpenaiError => ({ status: 400, message });

/** A parameter that does not exist. */
export function unknown(name: string): OpenaiError {
  return { status: 400, message: `Unknown parameter: '${name}'.`, param: name, code: 'unknown_parameter' };
}
