export { getModels, listModels, type ModelFilter, type ModelRow, specs } from './registry.ts';
