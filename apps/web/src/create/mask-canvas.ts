/** The colour that shows what is painted; only its opacity counts. */
const paint = '#ff4d6d';

/** A stroke in pixels of the canvas. */
interface Stroke {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly thickness: number;
  readonly erase: boolean;
}

/** Paints or erases a round stroke. */
export function paintStroke(context: CanvasRenderingContext2D, { from, to, thickness, erase }: Stroke): void {
  context.globalCompositeOperation = erase ? 'destination-out' : 'source-over';
  context.strokeStyle = paint;
  context.lineCap = 'round';
  context.lineWidth = thickness;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
  context.globalCompositeOperation = 'source-over';
}

/** What was painted is bare, what was bare is painted. */
export function invertMask(context: CanvasRenderingContext2D): void {
  const { width, height } = context.canvas;
  context.globalCompositeOperation = 'source-out';
  context.fillStyle = paint;
  context.fillRect(0, 0, width, height);
  context.globalCompositeOperation = 'source-over';
}

/** How much of the canvas is painted, from 0 to 1. */
export function coverageOf(context: CanvasRenderingContext2D): number {
  const { width, height } = context.canvas;
  const { data } = context.getImageData(0, 0, width, height);
  let painted = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at]! > 127) painted += 1;
  return painted / (width * height);
}

/** The mask as a PNG file: white where it was painted, black elsewhere. */
export async function maskFile(painted: HTMLCanvasElement): Promise<File> {
  const { width, height } = painted;
  const mask = new OffscreenCanvas(width, height);
  const context = mask.getContext('2d')!;
  context.drawImage(painted, 0, 0);
  const pixels = context.getImageData(0, 0, width, height);
  for (let at = 0; at < pixels.data.length; at += 4) pixels.data.set([...grey(pixels.data[at + 3]! > 127), 255], at);
  context.putImageData(pixels, 0, 0);
  return new File([await mask.convertToBlob({ type: 'image/png' })], 'mask.png', { type: 'image/png' });
}

const grey = (white: boolean) => (white ? [255, 255, 255] : [0, 0, 0]);
