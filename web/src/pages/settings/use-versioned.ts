import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../api/problem.ts';
import { useUnsaved } from '../../shell/unsaved.ts';

type Versioned = { readonly version: number };

type Store<View extends Versioned, Content> = {
  readonly queryKey: readonly string[];
  readonly read: () => Promise<View>;
  readonly contentOf: (view: View) => Content;
  readonly save: (content: Content, version: number, reason: string) => Promise<View>;
};

/**
 * A document that several people may change. What is edited stays as it was typed whatever happens: when somebody else has saved meanwhile,
 * their version is read and stands beside it until one of the two is chosen.
 */
export function useVersioned<View extends Versioned, Content>(store: Store<View, Content>) {
  const queries = useQueryClient();
  const { queryKey, read, contentOf, save } = store;
  const query = useQuery({ queryKey, queryFn: read, refetchOnWindowFocus: false });
  const [edited, setEdited] = useState<{ readonly base: View; readonly content: Content } | undefined>(
    undefined,
  );
  const [theirs, setTheirs] = useState<View | undefined>(undefined);
  const start = (view: View) => {
    setEdited({ base: view, content: contentOf(view) });
    setTheirs(undefined);
  };
  const saving = useMutation({
    mutationFn: ({ content, version, reason }: { content: Content; version: number; reason: string }) =>
      save(content, version, reason),
    meta: { isShownInPlace: true },
    onSuccess: async (view) => {
      queries.setQueryData(queryKey, view);
      start(view);
      notifications.show({ message: `Saved as version ${view.version}.` });
      await queries.invalidateQueries({ queryKey });
    },
    onError: async (error) => {
      if (error instanceof Problem && error.status === 409) setTheirs(await read());
    },
  });
  const base = edited?.base ?? query.data;
  const content = edited?.content ?? (query.data === undefined ? undefined : contentOf(query.data));
  const isChanged =
    edited !== undefined && JSON.stringify(edited.content) !== JSON.stringify(contentOf(edited.base));
  useUnsaved(isChanged);
  return {
    query,
    base,
    content,
    isChanged,
    theirs,
    saving,
    change: (next: Content) => {
      if (base !== undefined) setEdited({ base, content: next });
    },
    save: (reason: string) => {
      if (base !== undefined && content !== undefined) {
        saving.mutate({ content, version: base.version, reason });
      }
    },
    takeTheirs: (view: View) => {
      saving.reset();
      start(view);
    },
    keepMine: (view: View, reason: string) => {
      if (content === undefined) return;
      setEdited({ base: view, content });
      setTheirs(undefined);
      saving.mutate({ content, version: view.version, reason });
    },
  };
}
