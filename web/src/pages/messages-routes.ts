import type { RouteObject } from 'react-router';

export const messagesRoutes: RouteObject[] = [
  {
    path: '/',
    lazy: async () => ({ Component: (await import('./overview/overview-page.tsx')).OverviewPage }),
  },
  { path: '/live', lazy: async () => ({ Component: (await import('./live/live-page.tsx')).LivePage }) },
  {
    path: '/conversations',
    lazy: async () => ({
      Component: (await import('./conversations/conversations-page.tsx')).ConversationsPage,
    }),
  },
  {
    path: '/conversations/:id',
    lazy: async () => ({
      Component: (await import('./conversations/conversation-page.tsx')).ConversationPage,
    }),
  },
  {
    path: '/messages',
    lazy: async () => ({ Component: (await import('./messages/messages-page.tsx')).MessagesPage }),
  },
  {
    path: '/messages/:id',
    lazy: async () => ({ Component: (await import('./messages/why-page.tsx')).WhyPage }),
  },
  { path: '/phone', lazy: async () => ({ Component: (await import('./phone/phone-page.tsx')).PhonePage }) },
];
