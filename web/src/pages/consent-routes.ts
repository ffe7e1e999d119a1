import type { RouteObject } from 'react-router';

export const consentRoutes: RouteObject[] = [
  {
    path: '/consent',
    lazy: async () => ({ Component: (await import('./consent/consent-page.tsx')).ConsentPage }),
  },
  {
    path: '/consent/import',
    lazy: async () => ({ Component: (await import('./consent/import-page.tsx')).ImportPage }),
  },
  {
    path: '/holds',
    lazy: async () => ({ Component: (await import('./holds/holds-page.tsx')).HoldsPage }),
  },
  {
    path: '/ledger',
    lazy: async () => ({ Component: (await import('./ledger/ledger-page.tsx')).LedgerPage }),
  },
];
