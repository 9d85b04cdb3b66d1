/** May things move by themselves? Not for who asked their system for less motion. */
export function isMotionLiked(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}
