import { readFile } from 'node:fs/promises';
import { check, isStudioError } from '@image-studio/core';
import { type OverlayEntry, overlaySpecs, specs } from '@image-studio/registry';
import * as z from 'zod';

const fileSchema = z.strictObject({ models: z.array(z.looseObject({})) });

/**
 * The changes of the catalogue that a file holds: `{ "models": [...] }`. Throws an `Error` for the person who starts the
 * app, which names the file and each fault.
 */
export async function readOverlay(path: string): Promise<readonly OverlayEntry[]> {
  try {
    const { models } = check(fileSchema, JSON.parse(await readFile(path, 'utf8')), []);
    overlaySpecs(specs, models as unknown as readonly OverlayEntry[]);
    return models as unknown as readonly OverlayEntry[];
  } catch (error) {
    throw new Error(`The catalogue file ${path} cannot be used:\n${faultsOf(error)}`, { cause: error });
  }
}

function faultsOf(error: unknown): string {
  const issues = isStudioError(error, 'invalid_request') ? (error.details?.issues ?? []) : [];
  if (issues.length > 0)
    return issues.map(({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`).join('\n');
  return `  ${error instanceof Error ? error.message : 'unknown fault'}`;
}
