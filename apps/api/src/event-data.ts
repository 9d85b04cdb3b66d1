import type { DueDelivery } from '@image-studio/store';
import { runBody } from './run-body.ts';
import type { Services } from './services.ts';

/** What an event tells: the run as it stands now, or what was noted with the event. `origin` goes before links to files. */
export async function eventData(
  services: Services,
  { account, test, subject, data }: DueDelivery,
  origin: string,
): Promise<unknown> {
  if (subject === null) return data;
  const found = await services.journal.getRun({ account, test }, subject);
  // Forgotten meanwhile.
  if (!found) return { id: subject, object: 'run' };
  return runBody(services, found, origin);
}
