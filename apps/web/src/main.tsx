import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isApiError } from '@image-studio/api-client';
import { DraftsProvider } from './create/drafts.tsx';
import { router } from './router.tsx';
import { SessionGate, takeKeyFromAddress } from './session.tsx';
import { SignIn } from './shell/sign-in.tsx';
import './style.css';

takeKeyFromAddress();
const retry = (failures: number, error: unknown) => isApiError(error) && error.problem.retryable && failures < 4;
const queries = new QueryClient({ defaultOptions: { queries: { retry, refetchOnWindowFocus: false } } });

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <SessionGate signIn={(enter, refused) => <SignIn onEnter={enter} refused={refused} />}>
        <DraftsProvider>
          <RouterProvider router={router} />
        </DraftsProvider>
      </SessionGate>
    </QueryClientProvider>
  </StrictMode>,
);
