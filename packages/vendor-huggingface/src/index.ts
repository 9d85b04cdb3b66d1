export { createHuggingface, type Huggingface, type HuggingfaceOptions } from './create-huggingface.ts';
export { huggingfacePolicy } from './policy.ts';
export type { FalTicket } from './fal-queue.ts';
