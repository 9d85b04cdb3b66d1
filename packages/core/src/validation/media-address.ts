import * as z from 'zod';

/**
 * The schema of an option that names a picture, video or sound for the vendor to fetch itself: an https address of a public host, or a
 * data URL. Inputs are the better way: they are fetched once, kept, and what was priced is what the vendor gets.
 */
export const mediaAddress: z.ZodString = z
  .string()
  .refine(isMediaAddress, 'Expected an https address of a public host, or a data URL of a picture, video or sound');

const addressOfMachine = /^(\d+\.\d+\.\d+\.\d+|\[.*\]|localhost)$|\.(localhost|local|internal)$/;

function isMediaAddress(text: string): boolean {
  if (text.startsWith('data:')) return /^data:(image|video|audio)\/[\w.+-]+;base64,[A-Za-z0-9+/]+=*$/.test(text);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  return url.hostname.includes('.') && !addressOfMachine.test(url.hostname);
}
