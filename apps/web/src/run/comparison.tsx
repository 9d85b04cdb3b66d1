import 'img-comparison-slider';
import type { CSSProperties } from 'react';
import { texts } from '../texts/english.ts';

/** Before and after under one line that moves: by pointer or by the arrow keys. */
export function Comparison({
  before,
  after,
  look,
}: {
  readonly before: string;
  readonly after: string;
  readonly look: CSSProperties;
}) {
  const { width, height } = look;
  return (
    <div className="relative">
      <img-comparison-slider
        class="block outline-offset-4"
        style={{ width, height }}
        role="slider"
        aria-label={texts.run.slider}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={50}
      >
        <img
          slot="first"
          src={before}
          alt={texts.run.before}
          style={look}
          className="max-w-none object-contain"
          draggable={false}
        />
        <img
          slot="second"
          src={after}
          alt={texts.run.after}
          style={look}
          className="max-w-none object-contain"
          draggable={false}
        />
      </img-comparison-slider>
      <span
        aria-hidden
        className="pointer-events-none absolute top-3 left-3 rounded-md bg-black/60 px-2 py-0.5 text-sm font-medium text-white"
      >
        {texts.run.before}
      </span>
      <span
        aria-hidden
        className="pointer-events-none absolute top-3 right-3 rounded-md bg-black/60 px-2 py-0.5 text-sm font-medium text-white"
      >
        {texts.run.after}
      </span>
    </div>
  );
}
