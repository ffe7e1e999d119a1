import type { RouteObject } from 'react-router';

export const systemRoutes: RouteObject[] = [
  {
    path: '/events',
    lazy: async () => ({ Component: (await import('./events/events-page.tsx')).EventsPage }),
  },
  {
    path: '/events/:id',
    lazy: async () => ({ Component: (await import('./events/event-page.tsx')).EventPage }),
  },
  {
    path: '/queues',
    lazy: async () => ({ Component: (await import('./queues/queues-page.tsx')).QueuesPage }),
  },
  {
    path: '/connections',
    lazy: async () => ({
      Component: (await import('./connections/connections-page.tsx')).ConnectionsPage,
    }),
  },
  {
    path: '/connections/new',
    lazy: async () => ({
      Component: (await import('./connections/new-connection-page.tsx')).NewConnectionPage,
    }),
  },
  {
    path: '/connections/:id',
    lazy: async () => ({ Component: (await import('./connections/connection-page.tsx')).ConnectionPage }),
  },
  {
    path: '/webhook-calls',
    lazy: async () => ({
      Component: (await import('./webhook-calls/webhook-calls-page.tsx')).WebhookCallsPage,
    }),
  },
  {
    path: '/kill-switch',
    lazy: async () => ({ Component: (await import('./kill-switch/kill-switch-page.tsx')).KillSwitchPage }),
  },
  {
    path: '/settings',
    lazy: async () => ({ Component: (await import('./settings/settings-page.tsx')).SettingsPage }),
  },
  {
    path: '/people',
    lazy: async () => ({ Component: (await import('./people/people-page.tsx')).PeoplePage }),
  },
  {
    path: '/tokens',
    lazy: async () => ({ Component: (await import('./tokens/tokens-page.tsx')).TokensPage }),
  },
  {
    path: '/audit',
    lazy: async () => ({ Component: (await import('./audit/audit-page.tsx')).AuditPage }),
  },
  {
    path: '/account',
    lazy: async () => ({ Component: (await import('./account/account-page.tsx')).AccountPage }),
  },
];
