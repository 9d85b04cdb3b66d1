export { type Catalogue, createCatalogue, type ModelFilter } from './catalogue.ts';
export type { ModelDetails, ModelPrice, ModelRow } from './model-row.ts';
export type { CostRequest, Quoted, QuoteRequest } from './quote.ts';
export type { Recommendation, RecommendRequest } from './recommend.ts';
export { getModels, listModels, registry } from './registry.ts';
export { specs } from './specs.ts';
