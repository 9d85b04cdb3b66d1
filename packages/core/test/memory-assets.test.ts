import { assetsContract } from '../src/contracts/assets-contract.ts';
import { createMemoryAssets } from '../src/memory/memory-assets.ts';

assetsContract('memory', async () => ({ assets: createMemoryAssets() }));
