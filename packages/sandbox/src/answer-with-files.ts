import { connectionCut } from './connection-cut.ts';
import type { Fault } from './faults.ts';

const page = Buffer.from('<html><body>Service busy</body></html>').toString('base64');
const endless = '@endless@';

/**
 * A JSON answer that has files as base64, whole or as a fault of the `output` moment wants it: broken off in the middle, with an empty
 * file, with a page of HTML, or with a file that does not end. `make` puts the texts that it is given where the files belong.
 */
export function answerWithFiles(
  files: readonly Uint8Array[],
  make: (texts: readonly string[]) => object,
  { fault, headers }: { readonly fault: Fault | undefined; readonly headers: Readonly<Record<string, string>> },
): Response {
  const kind = fault?.kind;
  const textOf = (file: Uint8Array) => {
    if (kind === 'empty_output') return '';
    if (kind === 'wrong_output') return page;
    return kind === 'oversize_output' ? endless : Buffer.from(file).toString('base64');
  };
  const text = JSON.stringify(make(files.map(textOf)));
  const init = { headers: { 'content-type': 'application/json; charset=UTF-8', ...headers } };
  if (kind === 'truncated_output') return new Response(brokenOff(text), init);
  return new Response(kind === 'oversize_output' ? withoutEnd(text) : text, init);
}

function brokenOff(text: string): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) return controller.error(connectionCut());
      controller.enqueue(Buffer.from(text.slice(0, Math.floor(text.length / 2))));
      sent = true;
    },
  });
}

function withoutEnd(text: string): ReadableStream<Uint8Array> {
  const start = Buffer.from(text.slice(0, text.indexOf(endless)));
  const more = Buffer.alloc(1024 * 1024, 'A');
  let begun = false;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(begun ? more : start);
      begun = true;
    },
  });
}
