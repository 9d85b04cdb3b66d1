import type { EventEmitter } from 'node:events';

/** Frames to be encoded. Sizes in pixels, both even; `frame` gives the pixels as red, green, blue, alpha. */
export interface Frames {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly count: number;
  readonly frame: (index: number) => Promise<Uint8Array>;
}

/** MP4 with H.264, which every browser plays, without native code. The encoder (1 MB) is loaded at the first video. */
export async function encodeVideo({ width, height, framesPerSecond, count, frame }: Frames): Promise<Uint8Array> {
  const { createH264MP4Encoder } = await (loaded ??= load());
  const encoder = await createH264MP4Encoder();
  try {
    Object.assign(encoder, {
      width,
      height,
      frameRate: framesPerSecond,
      groupOfPictures: framesPerSecond * 2,
      quantizationParameter: 28,
      speed: 10,
      // All encoders of a process share one file system in memory.
      outputFilename: `${(files += 1)}.mp4`,
    });
    encoder.initialize();
    for (let index = 0; index < count; index++) encoder.addFrameRgba(await frame(index));
    encoder.finalize();
    return withoutTimes(encoder.FS.readFile(encoder.outputFilename));
  } finally {
    encoder.FS.unlink(encoder.outputFilename);
    encoder.delete();
  }
}

/** The time of making is left out, so that a video made twice is the same bytes. */
function withoutTimes(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes);
  const index = file.lastIndexOf('moov');
  for (const header of ['mvhd', 'tkhd', 'mdhd']) {
    const at = file.indexOf(header, index);
    // After the name: version and flags, then the times of making and of the last change, four bytes each.
    if (at > 0) file.fill(0, at + 8, at + 16);
  }
  return file;
}

let files = 0;
let loaded: ReturnType<typeof load> | undefined;

/** The encoder listens for faults of the whole process when it is loaded, which is none of its business. */
async function load() {
  const faults: EventEmitter = process;
  const events = ['uncaughtException', 'unhandledRejection'];
  const before = new Set(events.flatMap((event) => faults.listeners(event)));
  const { default: encoder } = await import('h264-mp4-encoder');
  (await encoder.createH264MP4Encoder()).delete();
  for (const event of events) {
    const added = faults.listeners(event).filter((listener) => !before.has(listener));
    for (const listener of added) faults.off(event, listener as () => void);
  }
  return encoder;
}
