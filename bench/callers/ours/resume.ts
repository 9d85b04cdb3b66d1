import { createStore, openDatabase } from '@image-studio/store';
import { createStudio } from '@image-studio/studio';
import { createFolderAssets } from '@image-studio/assets';
import { createWavespeed } from '@image-studio/vendor-wavespeed';

const { SANDBOX = '', DATA = '', OUT = '' } = process.env;
const store = createStore(await openDatabase({ folder: `${DATA}/database` }));
const wavespeed = createWavespeed({ apiKey: 'sandbox', baseUrl: SANDBOX });
const assets = await createFolderAssets(`${DATA}/files`);
const studio = createStudio({ vendors: { wavespeed }, ledger: store.ledger, journal: store.journal, assets });
await studio.resume({ takeOver: true });
if (!(await store.accounts.get('acme'))) await store.accounts.create({ id: 'acme', createdAt: Date.now() });
const whose = { account: 'acme', idempotencyKey: 'order-1' } as const;
const { outputs } = await studio.generateImage({ model: 'qwen-image', prompt: 'a harbour' }, whose);
await outputs[0].saveTo(OUT);
await studio.close();
await store.close();
