import { isStudioError, type StudioError } from '../errors/studio-error.ts';

/** The `StudioError` that a promise ends with. Throws when it ends otherwise. */
export async function errorOf(work: Promise<unknown>): Promise<StudioError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isStudioError(error)) throw new Error(`Expected a StudioError, got ${String(error)}`);
  return error;
}
