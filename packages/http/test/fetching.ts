import { createDownload, type DownloadOptions } from '@image-studio/http';

/** The file of these tests. */
export const bytes = Buffer.from('the bytes of a picture');

/** Downloads a whole file. */
export async function read(url: string, options: DownloadOptions = {}, maxBytes = 1_000) {
  const incoming = await createDownload(options)(new URL(url), { maxBytes });
  return { ...incoming, text: await new Response(incoming.stream).text() };
}
