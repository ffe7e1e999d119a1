import { notifications } from '@mantine/notifications';
import { MutationCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './problem.ts';

/** A failed change is told in a corner of the page, unless its form shows it in place (`meta: { isShownInPlace: true }`). Asks again only where asking again can help: not after a refusal. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // A request is made, and fails, also where the browser believes to be offline: it may not know, and a change must never be made later by itself.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.status < 500),
    },
  },
  mutationCache: new MutationCache({
    onError: (error, _variables, _context, mutation) => {
      if (mutation.meta?.['isShownInPlace'] === true) return;
      const [first, ...others] = error instanceof Problem ? error.errors : [];
      notifications.show({
        color: 'red',
        title: error instanceof Problem ? error.title : 'That did not work',
        message:
          first === undefined
            ? error.message
            : `${first.pointer} ${first.detail}${others.length > 0 ? ` (and ${others.length} more)` : ''}`,
        autoClose: 10_000,
      });
    },
  }),
});
