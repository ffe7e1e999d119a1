import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.tsx';

type PageOfItems<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null };

type CursorListProps<Item> = {
  readonly queryKey: QueryKey;
  /** Fetches one page; the first one without a cursor. */
  readonly load: (cursor: string | undefined) => Promise<PageOfItems<Item>>;
  /** Shown when there is nothing. */
  readonly empty: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
  readonly refetchIntervalMs?: number;
};

/** A list of the API, page by page: loading, error, emptiness and "more" are the same everywhere. */
export function CursorList<Item>({
  queryKey,
  load,
  empty,
  children,
  refetchIntervalMs,
}: CursorListProps<Item>) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    ...(refetchIntervalMs !== undefined && { refetchInterval: refetchIntervalMs }),
  });
  if (query.isPending) {
    return (
      <Stack aria-busy="true" aria-label="Loading">
        {[1, 2, 3, 4].map((row) => (
          <Skeleton key={row} h={36} />
        ))}
      </Stack>
    );
  }
  const failure = query.isError && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return failure;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return failure === false ? empty : failure;
  return (
    <Stack>
      {failure}
      {children(items)}
      {query.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            More
          </Button>
        </Group>
      )}
    </Stack>
  );
}
