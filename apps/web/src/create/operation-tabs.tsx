import { useEffect, useRef } from 'react';
import { Link } from '@tanstack/react-router';
import { texts } from '../texts/english.ts';
import { operationTexts } from '../texts/operations.ts';
import { operations } from './operations.ts';

/** The operations, side by side; each is a page of its own. */
export function OperationTabs({ operation }: { readonly operation: string }) {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a narrow screen the tab of this page may lie beyond the edge.
    bar.current
      ?.querySelector(`[data-operation="${operation}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [operation]);
  return (
    <nav ref={bar} aria-label={texts.create.operations} className="-mx-4 overflow-x-auto px-4 sm:-mx-8 sm:px-8">
      <ul className="flex min-w-max gap-1 border-b border-line">
        {operations.map(({ id, icon: Icon }) => (
          <li key={id} data-operation={id}>
            <Link
              to="/create/$operation"
              params={{ operation: id }}
              search={{}}
              activeOptions={{ exact: true, includeSearch: false }}
              className="-mb-px flex items-center gap-2 border-b-2 border-transparent px-3 pt-4 pb-3 text-sm font-medium text-ink-soft hover:text-ink data-[status=active]:border-ink data-[status=active]:text-ink"
            >
              <Icon size={17} strokeWidth={1.7} aria-hidden />
              {operationTexts[id]?.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
