import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { atMostPixels } from '../media/at-most-pixels.ts';
import type { Recipe } from '../media/recipe.ts';
import type { SandboxContext, Visit } from '../sandbox-context.ts';
import { mediaTypes, outputFile } from '../wavespeed/output-file.ts';
import { spoiled } from '../wavespeed/output-routes.ts';

/** A finished piece of work. `filtered`: the content check let only a blurred picture through. */
export interface Work {
  readonly path: string;
  readonly recipe: Recipe;
  readonly seed: number;
  readonly filtered: boolean;
}

/** The answer with the file: its bytes, or base64 within JSON where that is asked for. The status is 200, filtered or not. */
export async function deliver(context: SandboxContext, { request, url }: Visit, work: Work): Promise<Response> {
  const { recipe, seed, filtered, path } = work;
  const mediaType = mediaTypes[recipe.format];
  const fault = context.faults.take('output', { method: request.method, path: url.pathname, model: path });
  if (fault?.kind === 'oversize_output') return spoiled(fault, new Uint8Array(), mediaType);
  const make = async () => {
    const made = await outputFile(context, { recipe: atMostPixels(context.mostPixels, recipe) }, 0);
    return filtered ? new Uint8Array(await sharp(made).blur(24).toBuffer()) : made;
  };
  if (fault !== undefined) return spoiled(fault, await make(), mediaType);
  const marks = { 'x-request-id': randomBytes(16).toString('hex') };
  const finish_reason = filtered ? 'CONTENT_FILTERED' : 'SUCCESS';
  if (recipe.format !== 'glb' && /\bapplication\/json\b/.test(request.headers.get('accept') ?? '')) {
    const headers = { ...marks, 'content-type': `application/json; type=${mediaType}` };
    return Response.json({ image: Buffer.from(await make()).toString('base64'), finish_reason, seed }, { headers });
  }
  const facts = recipe.format === 'glb' ? {} : { 'finish-reason': finish_reason, seed: String(seed) };
  const headers = { ...marks, ...facts, 'content-type': mediaType };
  // Who asks whether work is done does not read the file: it is made when it is read.
  if (request.method === 'GET') return new Response(streamOf(make), { headers });
  const bytes = await make();
  return new Response(bytes as BodyInit, { headers: { ...headers, 'content-length': String(bytes.byteLength) } });
}

function streamOf(make: () => Promise<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        controller.enqueue(await make());
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
