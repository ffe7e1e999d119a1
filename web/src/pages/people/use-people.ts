import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

type Schemas = components['schemas'];

export type User = Schemas['UserView'];
export type InvitedUser = Schemas['InvitedUserView'];

export const USERS_KEY = ['users'] as const;

/** The roles with what they may do, from the least to the most; each may do what those before it may. */
export const ROLES = [
  { value: 'viewer', label: 'Viewer', may: 'Looks at everything but secrets.' },
  { value: 'editor', label: 'Editor', may: 'Also writes to customers, changes rules and settles consent.' },
  { value: 'administrator', label: 'Administrator', may: 'Also manages connections, settings and people.' },
] as const;

export function roleName(role: User['role']): string {
  return ROLES.find(({ value }) => value === role)?.label ?? role;
}

/** What administrators do about people. */
export function usePeople() {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: USERS_KEY });
  const invite = useMutation({
    mutationFn: (body: Schemas['NewUser']) => bodyOf(api.POST('/api/v1/users', { body })),
    meta: { isShownInPlace: true },
    onSuccess,
  });
  const changeRole = useMutation({
    mutationFn: ({ id, role }: { readonly id: string; readonly role: User['role'] }) => patch(id, { role }),
    meta: { isShownInPlace: true },
    onSuccess: async ({ email, role }) => {
      notifications.show({ message: `${email} is now ${roleName(role).toLowerCase()}, and signs in again.` });
      await onSuccess();
    },
  });
  const setActive = useMutation({
    mutationFn: ({ id, isActive }: { readonly id: string; readonly isActive: boolean }) =>
      patch(id, { isActive }),
    onSuccess: async ({ email, state }) => {
      notifications.show({
        message:
          state === 'deactivated'
            ? `${email} is signed out, and may not sign in.`
            : `${email} may sign in again.`,
      });
      await onSuccess();
    },
  });
  const renewLink = useMutation({
    mutationFn: (id: string) => bodyOf(api.POST('/api/v1/users/{id}/link', { params: { path: { id } } })),
    onSuccess,
  });
  const unlock = useMutation({
    mutationFn: (id: string) => api.POST('/api/v1/users/{id}/unlock', { params: { path: { id } } }),
    onSuccess: () => notifications.show({ message: 'They may try to sign in again at once.' }),
  });
  return { invite, changeRole, setActive, renewLink, unlock };
}

function patch(id: string, body: Schemas['UserPatch']): Promise<User> {
  return bodyOf(api.PATCH('/api/v1/users/{id}', { params: { path: { id } }, body }));
}
