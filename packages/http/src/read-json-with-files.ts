import type { Answer } from './answer.ts';
import { createBase64Decoder } from './base64.ts';
import { createJsonScanner } from './json-scanner.ts';
import { AnswerTooLarge, readChunks } from './read-text.ts';
import { beginSpooling, type SpooledFile, type Spooling } from './spooled-file.ts';

/** An answer whose files were taken out: its JSON has a {@link SpooledFile} where each of them stood. */
export interface JsonAndFiles {
  readonly body: unknown;
  readonly files: readonly SpooledFile[];
}

/** What is read at most. `maxBytes` is for the JSON without its files, `maxFileBytes` for each file. */
export interface FileLimits {
  readonly names: readonly string[];
  readonly maxBytes: number;
  readonly maxFileBytes: number;
  readonly timeoutMs: number;
}

/**
 * Reads JSON with files in base64 under these names: each is decoded as it comes, into the temporary folder. Throws a plain `Error` for
 * what is no JSON, no base64, too long, too slow or breaks off; nothing is left behind then.
 */
export async function readJsonWithFiles(answer: Pick<Answer, 'body'>, limits: FileLimits): Promise<JsonAndFiles> {
  const texts: Uint8Array[] = [];
  const files: SpooledFile[] = [];
  let textBytes = 0;
  let fileBytes = 0;
  let current: { readonly spooling: Spooling; readonly decoder: ReturnType<typeof createBase64Decoder> } | undefined;
  const begun = async () => (current ??= { spooling: await beginSpooling(), decoder: createBase64Decoder() });
  const scan = createJsonScanner(new Set(limits.names), {
    text(bytes) {
      textBytes += bytes.byteLength;
      if (textBytes > limits.maxBytes)
        throw new AnswerTooLarge(`it has more than ${limits.maxBytes} bytes beside its files`);
      texts.push(bytes);
    },
    async piece(text) {
      const { spooling, decoder } = await begun();
      const bytes = decoder.push(text);
      fileBytes += bytes.byteLength;
      if (fileBytes > limits.maxFileBytes)
        throw new AnswerTooLarge(`a file in it has more than ${limits.maxFileBytes} bytes`);
      await spooling.write(bytes);
    },
    async end() {
      const { spooling, decoder } = await begun();
      await spooling.write(decoder.end());
      // What is left of the JSON has the number of the file where its text was.
      texts.push(Buffer.from(String(files.length)));
      files.push(await spooling.finish());
      current = undefined;
      fileBytes = 0;
    },
  });
  try {
    for await (const chunk of readChunks(answer, limits.timeoutMs)) await scan(chunk);
    const body: unknown = JSON.parse(Buffer.concat(texts).toString('utf8'), (name, value: unknown) =>
      limits.names.includes(name) && typeof value === 'string' ? files[Number(value)] : value,
    );
    return { body, files };
  } catch (error) {
    await current?.spooling.discard();
    await discardAll(files);
    throw error;
  }
}

/** Removes files that nobody will read. */
export async function discardAll(files: readonly SpooledFile[]): Promise<void> {
  await Promise.all(files.map((file) => file.discard()));
}
