import { RouterProvider } from '@tanstack/react-router';
import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { startTexts } from '../lib/i18n.ts';
import { makeQueryClient } from '../lib/query-client.ts';
import { Providers } from '../ui/providers.tsx';
import { makePortalRouter } from './router.ts';

const queries = makeQueryClient();
const direction = await startTexts();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <Providers direction={direction} queries={queries}>
      <Suspense>
        <RouterProvider router={makePortalRouter(queries)} />
      </Suspense>
    </Providers>,
  );
}
