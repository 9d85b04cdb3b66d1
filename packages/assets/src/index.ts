export { createFolderAssets } from './folder-assets.ts';
