export { createOpenai, type Openai, type OpenaiOptions } from './create-openai.ts';
export { openaiPolicy } from './policy.ts';
