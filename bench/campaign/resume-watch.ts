import type { Database } from '@image-studio/store';
import { sql } from 'drizzle-orm';

/** Times from the death of a node to the next write on each call that it drove, in real ms. */
export interface ResumeWatch {
  /** A node that lived between these moments of the studio's clock at its start is dead. */
  died(start: Lifetime): Promise<void>;
  readonly times: readonly number[];
  stop(): void;
}

/** Between which moments of the studio's clock a node began to live: its owner's id was made then, and ids tell when. */
export interface Lifetime {
  readonly from: number;
  readonly until: number;
}

interface Watched {
  readonly call_id: string;
  readonly token: string;
  readonly step: string;
  readonly owner: string;
}

const everyMs = 40;

/** Watches over a PostgreSQL of which the supervisor has a connection of its own. Calls that rest in doubt wait for evidence, not for a node. */
export function watchResumes({ drizzle }: Pick<Database, 'drizzle'>): ResumeWatch {
  const waiting = new Map<string, Watched & { readonly since: number }>();
  const times: number[] = [];
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const read = async (which: ReturnType<typeof sql>) => {
    const result = await drizzle.execute(
      sql`select id as call_id, lease_token::text as token, step, coalesce(owner, '') as owner from calls where ${which}`,
    );
    return (result as unknown as { readonly rows: readonly Watched[] }).rows;
  };

  async function look(): Promise<void> {
    timer = undefined;
    const ids = [...waiting.keys()];
    const now = performance.now();
    const rows = await read(sql`id = any(${sql.param(ids)}::text[])`).catch(() => []);
    for (const { call_id, token, step } of rows) {
      const before = waiting.get(call_id);
      if (before === undefined || (before.token === token && before.step === step)) continue;
      times.push(now - before.since);
      waiting.delete(call_id);
    }
    arm();
  }
  function arm(): void {
    if (!stopped && waiting.size > 0) timer ??= setTimeout(() => void look(), everyMs);
  }

  return {
    times,
    died: async ({ from, until }) => {
      const since = performance.now();
      const rows = await read(sql`step in ('reserved', 'submitting', 'submitted', 'produced') and error is null`);
      for (const row of rows) {
        const made = madeAt(row.owner);
        if (made >= from && made <= until) waiting.set(row.call_id, { ...row, since });
      }
      arm();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ids begin with the time at which they were made, in ten characters of five bits. */
function madeAt(id: string): number {
  const begin = id.lastIndexOf('_') + 1;
  let time = 0;
  for (const character of id.slice(begin, begin + 10)) time = time * 32 + alphabet.indexOf(character);
  return time;
}
