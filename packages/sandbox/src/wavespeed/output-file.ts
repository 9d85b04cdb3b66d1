import { readWhole, type SandboxFiles } from '../files/sandbox-files.ts';
import { makeModel3d } from '../media/model3d.ts';
import { makePicture } from '../media/picture.ts';
import { makeVideo } from '../media/video.ts';
import type { Recipe } from '../media/recipe.ts';
import type { Job } from './job.ts';

/** The media type of every format the sandbox makes. */
export const mediaTypes: Readonly<Record<Recipe['format'], string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  glb: 'model/gltf-binary',
  obj: 'model/obj',
  stl: 'model/stl',
  ply: 'application/octet-stream',
  fbx: 'application/octet-stream',
  usdz: 'model/vnd.usdz+zip',
  mp4: 'video/mp4',
  txt: 'text/plain',
};

/** The file of one output, made when it is asked for. Throws when an input it was made from is gone. */
export async function outputFile(
  { files }: { readonly files: SandboxFiles },
  job: Pick<Job, 'recipe'>,
  index: number,
): Promise<Uint8Array> {
  const read = async (key: string) => {
    const bytes = await readWhole(files, key);
    if (bytes === undefined) throw new Error(`The sandbox no longer has the input ${key}.`);
    return bytes;
  };
  if (job.recipe.effect === 'model3d') return makeModel3d(job.recipe, read);
  if (job.recipe.format === 'mp4') return makeVideo(job.recipe, read);
  return makePicture(job.recipe, index, read);
}
