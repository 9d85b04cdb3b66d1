import { type Json, StudioError } from '@image-studio/core';
import { eq } from 'drizzle-orm';

import { attempt, type Drizzle } from './database.ts';
import { settings } from './schema-accounts.ts';

/** What an installation remembers about itself. All nodes see the same. */
export interface Settings {
  get(key: string): Promise<Json | undefined>;
  set(key: string, value: Json): Promise<void>;
  /** The kept value; `value` is kept when there is none. Of several nodes the first wins and all get its value. */
  getOrSet(key: string, value: Json): Promise<Json>;
}

/** Settings in SQL. */
export function createSqlSettings(drizzle: Drizzle): Settings {
  const get = async (key: string) => {
    const rows = await attempt(() => drizzle.select().from(settings).where(eq(settings.key, key)));
    return rows[0]?.value;
  };

  return {
    get,
    set: async (key, value) => {
      const update = { target: settings.key, set: { value } };
      await attempt(() => drizzle.insert(settings).values({ key, value }).onConflictDoUpdate(update));
    },
    getOrSet: async (key, value) => {
      await attempt(() => drizzle.insert(settings).values({ key, value }).onConflictDoNothing());
      const kept = await get(key);
      if (kept === undefined) throw new StudioError('internal', 'A setting was removed while it was read.');
      return kept;
    },
  };
}
