export { createFolderAssets } from './folder-assets.ts';
export { createS3Assets, type S3Options } from './s3-assets.ts';
