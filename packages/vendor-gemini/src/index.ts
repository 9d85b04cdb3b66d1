export { createGemini, type Gemini, type GeminiOptions } from './create-gemini.ts';
export { geminiPolicy } from './policy.ts';
