import { createHeaderMedia } from '@image-studio/core/memory';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { isOutputFormat, type OutputFormat, type OutputFormatName, outputFormats } from './output-formats.ts';
import { refused } from './refused.ts';

/** How a picture is enlarged. */
export interface EnlargeOptions {
  /** Times each side, 1 to 16; sides are rounded to whole pixels. */
  readonly scale: number;
  /** Without it the picture keeps its format. */
  readonly format?: OutputFormatName | undefined;
}

/** The picture that came out. */
export interface EnlargedPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

interface Frames {
  readonly width: number;
  readonly height: number;
  readonly count: number;
}

const [smallestScale, largestScale] = [1, 16];

/**
 * Enlarges a picture with a Lanczos kernel of three lobes. The colour profile stays, the orientation is applied, a grey or 16-bit
 * picture and an animation stay what they are where the format can hold them; JPEG gets white where the picture is transparent.
 * Throws `invalid_request` for an unknown or broken picture, a scale out of range, or a result of more than `maxPixels` (all
 * frames together) or more than its format can hold.
 */
export async function enlarge(
  picture: Uint8Array,
  { scale, format, maxPixels }: EnlargeOptions & { readonly maxPixels: number },
): Promise<EnlargedPicture> {
  if (!(scale >= smallestScale && scale <= largestScale)) {
    throw refused('scale', `The scale must be between ${smallestScale} and ${largestScale}.`);
  }
  const kept = await formatOf(picture);
  const output: OutputFormat = outputFormats[format ?? kept];
  const animated = output.animated && outputFormats[kept].animated;
  // Only the header is read here: the size is checked before anything is decoded.
  const facts = await sharp(picture, { animated, limitInputPixels: false }).metadata().catch(broken);
  const frames = framesOf(facts, animated);
  checkSize(frames, scale, maxPixels, output);
  const [width, height] = [Math.round(frames.width * scale), Math.round(frames.height * scale)];
  const enlarged = sharp(picture, { animated, limitInputPixels: maxPixels, failOn: 'error', autoOrient: true })
    .resize(width, height, { kernel: 'lanczos3', fit: 'fill' })
    .keepIccProfile();
  const bytes = await output.write(keepColours(enlarged, facts)).toBuffer().catch(broken);
  return { bytes, mediaType: output.mediaType };
}

/** The picture's own format, by its content. */
async function formatOf(picture: Uint8Array): Promise<OutputFormatName> {
  const { mediaType } = await createHeaderMedia()
    .probe(async () => new Blob([picture as Uint8Array<ArrayBuffer>]).stream())
    .catch((error: unknown) => {
      throw refused('image', error instanceof Error ? error.message : 'The picture cannot be read.');
    });
  const format = mediaType.slice('image/'.length);
  if (isOutputFormat(format)) return format;
  throw refused('image', `This machine cannot enlarge ${mediaType}. Send ${Object.keys(outputFormats).join(', ')}.`);
}

function framesOf({ autoOrient, pages, pageHeight }: Metadata, animated: boolean): Frames {
  if (!animated || pages === undefined) return { ...autoOrient, count: 1 };
  return { width: autoOrient.width, height: pageHeight ?? autoOrient.height, count: pages };
}

function checkSize(frames: Frames, scale: number, maxPixels: number, { longestSide, mediaType }: OutputFormat): void {
  const byPixels = Math.sqrt(maxPixels / (frames.width * frames.height * frames.count));
  const bySide = longestSide / Math.max(frames.width, frames.height);
  const largest = Math.min(byPixels, bySide);
  if (scale <= largest) return;
  const limit =
    bySide < byPixels ? `${mediaType} holds ${longestSide} pixels a side` : `the limit is ${maxPixels} pixels`;
  const advice =
    largest < smallestScale
      ? 'This picture is too large to be enlarged here.'
      : `Send a scale of at most ${Math.floor(largest * 10) / 10} for this picture.`;
  throw refused('scale', `The result would be too large: ${limit}. ${advice}`);
}

/** Without this, grey and 16-bit pictures become 8-bit colour ones. */
function keepColours(picture: Sharp, { space }: Metadata): Sharp {
  return space === 'b-w' || space === 'grey16' || space === 'rgb16' ? picture.toColourspace(space) : picture;
}

function broken(cause: unknown): never {
  throw refused('image', 'The picture is broken: it cannot be decoded to its end. Send a whole file.', cause);
}
