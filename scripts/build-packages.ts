import { dirname } from 'node:path';
import { buildPackages } from './pack-packages.ts';

// `pnpm build`: the `dist` of every publishable package.

await buildPackages(dirname(import.meta.dirname));
