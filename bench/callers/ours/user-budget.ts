import { isStudioError } from '@image-studio/core';
import { createStore, openDatabase } from '@image-studio/store';
import { createStudio } from '@image-studio/studio';
import { createOpenai } from '@image-studio/vendor-openai';

const { SANDBOX = '', DATA = '', OUT = '' } = process.env;
const store = createStore(await openDatabase({ folder: DATA }));
const openai = createOpenai({ apiKey: 'sandbox', baseUrl: `${SANDBOX}/openai` });
const studio = createStudio({ vendors: { openai }, ledger: store.ledger, journal: store.journal });
await store.accounts.create({ id: 'acme', createdAt: Date.now() });
const ann = { account: 'acme', subject: 'user', subjectId: 'ann', meter: 'budget', test: false } as const;
await store.accounts.setLimit({ ...ann, limit: { max: 20_000 } });
const request = { model: 'openai/gpt-image-2', prompt: 'a harbour', options: { quality: 'low' } } as const;
const all = Array.from({ length: 8 }, () => studio.generateImage(request, { account: 'acme', user: 'ann' }));
const results = await Promise.allSettled(all);
const made = results.flatMap((result) => (result.status === 'fulfilled' ? result.value.outputs : []));
const refused = results.filter(
  ({ status, ...rest }) => status === 'rejected' && 'reason' in rest && isStudioError(rest.reason, 'budget_exceeded'),
);
await made[0]!.saveTo(OUT);
process.stdout.write(`${made.length} made, ${refused.length} refused\n`);
await studio.close();
await store.close();
