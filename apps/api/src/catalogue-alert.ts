import type { Clock, Json } from '@image-studio/core';
import type { Settings } from '@image-studio/store';
import * as z from 'zod';
import type { CatalogueDrift } from './catalogue-drift.ts';

const models = z.array(z.string());
const kept = z.object({
  vendor: z.string(),
  drift: z.object({ added: models, removed: models, price: models, schema: models }),
  since: z.number(),
  at: z.number(),
});

/** A vendor's catalogue is not what the manifests were made of. `since` = first seen, `at` = last compared; ms since the epoch. */
export type CatalogueAlert = z.output<typeof kept>;

const place = 'alert catalogue wavespeed';

/** Raises the alert for all nodes, keeps it up to date, or takes it back when nothing differs any more. */
export async function keepCatalogueAlert(
  settings: Settings,
  clock: Clock,
  drift: CatalogueDrift | undefined,
): Promise<void> {
  const [earlier] = await catalogueAlerts(settings);
  if (drift === undefined && earlier === undefined) return;
  const at = clock.now();
  const alert = drift && { vendor: 'wavespeed', drift, since: earlier?.since ?? at, at };
  await settings.set(place, (alert ?? { none: true }) as unknown as Json);
}

/** The alerts that are up. */
export async function catalogueAlerts(settings: Settings): Promise<readonly CatalogueAlert[]> {
  const found = kept.safeParse(await settings.get(place));
  return found.success ? [found.data] : [];
}
