import { assetsContract } from '../src/contracts.ts';
import { createMemoryAssets } from '../src/memory.ts';

assetsContract('memory', async () => ({ assets: createMemoryAssets() }));
