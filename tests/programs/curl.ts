/** Does what `curl` does with the options that the documents use, for machines without it. */
import { openAsBlob } from 'node:fs';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    silent: { type: 'boolean', short: 's' },
    header: { type: 'string', short: 'H', multiple: true, default: [] },
    form: { type: 'string', short: 'F', multiple: true, default: [] },
    data: { type: 'string', short: 'd' },
  },
});
const headers = new Headers(values.header.map((line): [string, string] => split(line, ':')));
const form = new FormData();
for (const [name, value] of values.form.map((part) => split(part, '=')))
  form.append(name, value.startsWith('@') ? await openAsBlob(value.slice(1)) : value);

const body = values.data ?? (values.form.length > 0 ? form : undefined);
const answer = await fetch(positionals[0] ?? '', body === undefined ? { headers } : { method: 'POST', headers, body });
process.stdout.write(await answer.text());

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return [text.slice(0, at), text.slice(at + 1).trim()];
}
