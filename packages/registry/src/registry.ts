import { type Catalogue, createCatalogue, type ModelFilter } from './catalogue.ts';
import type { ModelDetails, ModelRow } from './model-row.ts';
import { specs } from './specs.ts';

/** Everything there is, of all vendors. */
export const registry: Catalogue = createCatalogue(specs);

/** All rows that pass the filter, by operation and then as the manifests have them. */
export function listModels(filter: ModelFilter = {}): readonly ModelRow[] {
  return registry.list(filter);
}

/** The rows of an id or name: one for each operation it serves. Throws `unknown_model`. */
export function getModels(name: string): readonly ModelDetails[] {
  return registry.find(name);
}
