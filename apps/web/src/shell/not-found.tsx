import { Link } from '@tanstack/react-router';
import { buttonLook } from '../parts/button.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { texts } from '../texts/english.ts';

/** An address without a page. */
export function NotFound() {
  return (
    <div className="m-auto flex max-w-sm flex-col items-center gap-4 py-24 text-center">
      <PageTitle of={texts.notFound} />
      <h1 className="text-2xl font-semibold">{texts.run.gone}</h1>
      <Link to="/create/$operation" params={{ operation: 'edit' }} className={buttonLook()}>
        {texts.run.back}
      </Link>
    </div>
  );
}
