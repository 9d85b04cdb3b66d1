export { createMedia, type MediaOptions } from './media.ts';
