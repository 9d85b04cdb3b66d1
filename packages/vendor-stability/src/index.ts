export { createStability, type Stability, type StabilityOptions } from './create-stability.ts';
export { stabilityPolicy } from './policy.ts';
