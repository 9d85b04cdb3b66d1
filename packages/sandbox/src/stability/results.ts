import { createHash, randomBytes } from 'node:crypto';
import { readWhole, type SandboxFiles, streamOf } from '../files/sandbox-files.ts';
import type { SandboxContext, Visit } from '../sandbox-context.ts';
import { brokenGateway, notFound } from './answers.ts';
import { deliver, type Work } from './deliver.ts';

/** Work that goes on after its answer. Kept as a file, so that another sandbox with the same files knows it. Times in ms. */
export interface BackgroundWork extends Work {
  /** A hash of the key that it belongs to. */
  readonly owner: string;
  readonly createdAt: number;
  /** When it is done; null = never. */
  readonly doneAt: number | null;
  /** The vendor loses it when it is done. */
  readonly lost: boolean;
}

const retentionMs = 24 * 3600e3;

/** Who a key is, without the key. */
export function ownerOf(apiKey: string): string {
  return createHash('sha256').update(apiKey).digest('hex');
}

/** Takes work in and gives it its id: 64 hexadecimal digits. */
export async function keepWork(files: SandboxFiles, work: BackgroundWork): Promise<string> {
  const id = randomBytes(32).toString('hex');
  await files.write(fileOf(id), streamOf(Buffer.from(JSON.stringify(work))));
  return id;
}

/** `GET results/{id}`: 202 while it works, the file when it is done, 404 for what is unknown, old or another key's. */
export async function readResult(context: SandboxContext, visit: Visit, id: string, apiKey: string): Promise<Response> {
  const bytes = await readWhole(context.files, fileOf(id));
  if (bytes === undefined) return notFound('id');
  const work = JSON.parse(Buffer.from(bytes).toString()) as BackgroundWork;
  const now = context.clock.now();
  if (work.owner !== ownerOf(apiKey) || now > work.createdAt + retentionMs) return notFound('id');
  const subject = { method: 'GET', path: visit.url.pathname, model: work.path };
  if (context.faults.take('status', subject)) return brokenGateway(503);
  if (work.doneAt === null || now < work.doneAt) return Response.json({ id, status: 'in-progress' }, { status: 202 });
  return work.lost ? notFound('id') : deliver(context, visit, work);
}

function fileOf(id: string): string {
  return `${id}.stability`;
}
