export { type Catalogue, createCatalogue, type ModelFilter } from './catalogue.ts';
export type { OptionSchema } from './overlay/option-schema.ts';
export { type OverlayEntry, type OverlayModel, overlaySpecs } from './overlay/overlay.ts';
export type { ModelDetails, ModelPrice, ModelRow } from './model-row.ts';
export type { CostRequest, Quoted, QuoteRequest } from './quote.ts';
export type { Recommendation, RecommendRequest } from './recommend.ts';
export { getModels, listModels, registry } from './registry.ts';
export { specs } from './specs.ts';
