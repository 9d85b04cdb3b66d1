import type { Run } from '@image-studio/api-client';
import { operationOf } from '../create/operations.ts';

/** The id of the picture that a run began with; undefined for a run from words. */
export function sourceOf({ operation, input }: Run): string | undefined {
  const { primary, fields } = operationOf(operation);
  const plural = fields.find(({ name }) => name === primary)?.plural;
  const views = input['views'] as Record<string, string> | undefined;
  const [first] = [input[primary] ?? (plural && input[plural]) ?? views?.['front']].flat();
  return typeof first === 'string' && first.startsWith('asset_') ? first : undefined;
}
