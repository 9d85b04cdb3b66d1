import type { Effect } from './media/recipe.ts';

/** What a model that does everything by words does with its pictures; several are shown side by side in something new. */
export function effectOfWords(words: string, { images, masked }: { images: number; masked: boolean }): Effect {
  if (images === 0 || (images > 1 && !masked)) return 'generate';
  return /^\s*translate\b/i.test(words) ? 'translate' : 'edit';
}
