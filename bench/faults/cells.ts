import type { ServerSubject } from '../side-by-side/servers.ts';
import type { FaultyUpstream } from './faulty-upstream.ts';

/** Who is looked at. */
export const columns = ['openai', 'AI SDK', 'wavespeed', 'Portkey', 'ours'] as const;

/** One of {@link columns}. */
export type Column = (typeof columns)[number];

/** What one fault did to those it applies to. */
export type Cells = Partial<Record<Column, string>>;

/** The vendor that fails, and Portkey in front of it. */
export interface FaultStage {
  readonly upstream: FaultyUpstream;
  readonly portkey: ServerSubject;
}

/** A number of things. */
export const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

/** An error for a cell of a table: its first words. */
export function short(error: string): string {
  const line = error.split('\n')[0]!.replaceAll('|', '/');
  return line.length > 90 ? `${line.slice(0, 87)}...` : line;
}

/** A picture through Portkey, as a cell. */
export async function throughPortkey({ url, headers, model }: ServerSubject, prompt: string): Promise<string> {
  const answer = await fetch(`${url}/v1/images/generations`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ model, prompt }),
  }).catch((error: unknown) => error as Error);
  if (answer instanceof Error) return `no image (${answer.message})`;
  return answer.ok ? '1 image' : `no image (HTTP ${answer.status})`;
}
