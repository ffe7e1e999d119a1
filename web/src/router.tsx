import { createBrowserRouter, type RouteObject } from 'react-router';
import { SessionGate } from './session/session-gate.tsx';
import { WelcomePage } from './session/welcome-page.tsx';
import { Crash } from './shell/crash.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { Shell } from './shell/shell.tsx';
import { answersRoutes } from './pages/answers-routes.ts';
import { consentRoutes } from './pages/consent-routes.ts';
import { messagesRoutes } from './pages/messages-routes.ts';
import { systemRoutes } from './pages/system-routes.ts';

const routes: RouteObject[] = [
  { path: '/welcome', element: <WelcomePage />, errorElement: <Crash /> },
  {
    element: <SessionGate />,
    errorElement: <Crash />,
    children: [
      {
        element: <Shell />,
        children: [
          {
            errorElement: <Crash />,
            children: [
              ...messagesRoutes,
              ...answersRoutes,
              ...consentRoutes,
              ...systemRoutes,
              { path: '*', element: <NotFoundPage /> },
            ],
          },
        ],
      },
    ],
  },
];

/** Each page is loaded when it is first opened: the first load stays small. */
export const router = createBrowserRouter(routes);
