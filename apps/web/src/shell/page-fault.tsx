import { buttonLook } from '../parts/button.tsx';
import { texts } from '../texts/english.ts';

/** In place of a page that broke, or whose part could not be loaded. */
export function PageFault() {
  return (
    <div role="alert" className="m-auto flex max-w-sm flex-col items-center gap-4 py-24 text-center">
      <h1 className="text-2xl font-semibold">{texts.errors.unknown.title}</h1>
      <p className="text-ink-soft">{texts.errors.unknown.hint}</p>
      <a href={location.href} className={buttonLook()}>
        {texts.errors.reload}
      </a>
    </div>
  );
}
