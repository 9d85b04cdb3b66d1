import { texts } from '../texts/english.ts';
import { explainError } from './format.ts';
import { Notice } from './notice.tsx';

/** What went wrong and what to do about it, with a way to try again; nothing without an error. */
export function ErrorNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  if (error === null || error === undefined) return null;
  const { title, hint } = explainError(error);
  return (
    <Notice tone="bad" title={title}>
      {hint}
      {onRetry && (
        <button type="button" onClick={onRetry} className="mt-1 block font-semibold underline underline-offset-4">
          {texts.again}
        </button>
      )}
    </Notice>
  );
}
