import type { ReactNode } from 'react';
import { PageTitle } from './page-title.tsx';

/** The head of a page: what it is, and what can be done with all of it. */
export function PageHeader({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly children?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-4 pt-9 pb-6">
      <PageTitle of={title} />
      <div>
        <h1 className="text-3xl font-semibold">{title}</h1>
        <p className="mt-1 max-w-prose text-ink-soft">{lead}</p>
      </div>
      {children}
    </header>
  );
}
