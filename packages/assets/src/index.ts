export { createFolderAssets } from './folder-assets.ts';
export { type RecentOptions, rememberRecent } from './remember-recent.ts';
export { createS3Assets, type S3Options } from './s3-assets.ts';
