import type { PublishFormat } from './formats.ts';

/** Where the picture lies in the format: `crop` fills it, `pad` shows all of it. `x` and `y` from 0 to 1, the middle is 0.5. */
export interface Framing {
  readonly way: 'crop' | 'pad';
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  readonly background: string;
}

/** The picture's place in pixels of the format. */
export function placeOf(
  picture: { readonly width: number; readonly height: number },
  format: PublishFormat,
  { way, zoom, x, y }: Framing,
) {
  const ratios = [format.width / picture.width, format.height / picture.height];
  const scale = (way === 'crop' ? Math.max(...ratios) : Math.min(...ratios)) * zoom;
  const width = picture.width * scale;
  const height = picture.height * scale;
  return { left: (format.width - width) * x, top: (format.height - height) * y, width, height, scale };
}

const jpegQualities = [0.92, 0.8, 0.65, 0.5];

/** The framed picture as a file: PNG, or JPEG where the place takes no PNG of that size. */
export async function framedFile(picture: HTMLImageElement, format: PublishFormat, framing: Framing): Promise<Blob> {
  const canvas = new OffscreenCanvas(format.width, format.height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = framing.background;
  context.fillRect(0, 0, format.width, format.height);
  context.imageSmoothingQuality = 'high';
  const size = { width: picture.naturalWidth, height: picture.naturalHeight };
  const { left, top, width, height } = placeOf(size, format, framing);
  context.drawImage(picture, left, top, width, height);
  let file = await canvas.convertToBlob({ type: 'image/png' });
  for (const quality of jpegQualities) {
    if (file.size <= (format.mostBytes ?? Number.POSITIVE_INFINITY)) break;
    file = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  }
  return file;
}
