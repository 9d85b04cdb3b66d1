export { createLocal, type Local, type LocalOptions } from './create-local.ts';
export type { EnlargedPicture, EnlargeOptions } from './enlarge.ts';
