import type { Recipe } from './recipe.ts';

/** The same file with at most so many pixels; both sides stay even, as a video needs them. A picture that is expanded then lies in the middle. */
export function atMostPixels(mostPixels: number, recipe: Recipe): Recipe {
  const factor = Math.sqrt(mostPixels / (recipe.width * recipe.height));
  if (factor >= 1) return recipe;
  const side = (length: number) => Math.max(2, 2 * Math.floor((length * factor) / 2));
  const { at: _, ...rest } = recipe;
  return { ...rest, width: side(recipe.width), height: side(recipe.height) };
}
