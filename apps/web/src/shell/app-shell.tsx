import { Link, Outlet } from '@tanstack/react-router';
import { FlaskConical } from 'lucide-react';
import { useSession } from '../session.tsx';
import { texts } from '../texts/english.ts';
import { AccountMenu } from './account-menu.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { ThemeToggle } from './theme-toggle.tsx';

const pages = [
  { to: '/create/$operation', params: { operation: 'edit' }, text: texts.navigation.create },
  { to: '/history', text: texts.navigation.history },
  { to: '/models', text: texts.navigation.models },
  { to: '/usage', text: texts.navigation.usage },
  { to: '/keys', text: texts.navigation.keys },
  { to: '/webhooks', text: texts.navigation.webhooks },
] as const;

/** What is around every page: the mode, the pages, the account. */
export function AppShell() {
  const { test } = useSession();
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:bg-card focus:p-2">
        {texts.skip}
      </a>
      <div className="sticky top-0 z-30">
        {test && (
          <aside
            aria-label={texts.test.badge}
            className="flex items-center justify-center gap-2 bg-test-soft px-4 py-1.5 text-center text-sm font-medium text-test"
          >
            <FlaskConical size={15} aria-hidden className="shrink-0" />
            {texts.test.line}
          </aside>
        )}
        <ConnectionNotice />
        <header className="border-b border-line bg-paper/92 backdrop-blur">
          <div className="mx-auto flex max-w-[110rem] flex-wrap items-center gap-x-6 px-4 sm:px-8">
            <Link to="/create/$operation" params={{ operation: 'edit' }} className="flex items-center gap-2.5 py-3.5">
              <Mark />
              <span className="text-base font-semibold tracking-tight">{texts.name}</span>
            </Link>
            <div className="ml-auto flex items-center gap-1 lg:order-last">
              {!test && (
                <span className="mr-2 rounded-full bg-accent-soft px-2.5 py-0.5 text-sm font-semibold text-accent">
                  {texts.live.badge}
                </span>
              )}
              <ThemeToggle />
              <AccountMenu />
            </div>
            <nav
              aria-label={texts.navigation.label}
              className="-mx-1.5 flex w-[calc(100%+0.75rem)] sm:-mx-2.5 sm:w-[calc(100%+1.25rem)] sm:gap-0.5 overflow-x-auto pb-2 lg:mx-2 lg:w-auto lg:pb-0"
            >
              {pages.map((page) => (
                <Link
                  key={page.to}
                  to={page.to}
                  {...('params' in page ? { params: page.params } : {})}
                  activeOptions={{ exact: false, includeSearch: false }}
                  className="rounded-lg px-1.5 py-1.5 text-sm sm:px-2.5 font-medium text-ink-soft hover:text-ink data-[status=active]:bg-well data-[status=active]:text-ink"
                >
                  {page.text}
                </Link>
              ))}
            </nav>
          </div>
        </header>
      </div>
      <main id="main" className="mx-auto flex w-full max-w-[110rem] flex-1 flex-col px-4 sm:px-8">
        <Outlet />
      </main>
    </div>
  );
}

/** The sign of the studio: one half before, one after. */
export function Mark({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden className="shrink-0">
      <rect width="32" height="32" rx="9" className="fill-ink" />
      <path d="M16 7a9 9 0 1 0 0 18Z" className="fill-paper" />
      <path d="M16 7a9 9 0 0 1 0 18" fill="none" strokeWidth="2" className="stroke-paper" />
    </svg>
  );
}
