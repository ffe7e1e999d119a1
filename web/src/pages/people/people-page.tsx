import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client.ts';
import { useMay, useSession } from '../../session/use-session.ts';
import { CursorList } from '../../shell/cursor-list.tsx';
import { DataTable } from '../../shell/data-table.tsx';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Instant } from '../../shell/instant.tsx';
import { Page } from '../../shell/page.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { PersonMenu } from './person-menu.tsx';
import { roleName, USERS_KEY, type InvitedUser, type User } from './use-people.ts';

const STATES: Readonly<Record<User['state'], readonly [string, string]>> = {
  invited: ['Invited', 'yellow'],
  active: ['Active', 'green'],
  deactivated: ['Deactivated', 'gray'],
};

/** Who may sign in, and as what. */
export function PeoplePage() {
  const isAdministrator = useMay('administrator');
  const [isInviting, setInviting] = useState(false);
  const [invited, setInvited] = useState<InvitedUser | undefined>(undefined);
  if (!isAdministrator) {
    return (
      <Page title="People">
        <EmptyState title="This needs the role administrator">Ask an administrator.</EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title="People"
      about="Viewers look. Editors write, change rules and settle consent. Administrators do everything."
      actions={<Button onClick={() => setInviting(true)}>Invite somebody</Button>}
    >
      <CursorList
        queryKey={USERS_KEY}
        load={(cursor) =>
          bodyOf(
            api.GET('/api/v1/users', {
              params: { query: { limit: 50, ...(cursor !== undefined && { cursor }) } },
            }),
          )
        }
        empty={<EmptyState title="Nobody has an account">Invite the first person.</EmptyState>}
      >
        {(users) => <Users users={users} onLink={setInvited} />}
      </CursorList>
      <InviteDialog
        isOpen={isInviting}
        onClose={() => setInviting(false)}
        onInvited={(made) => {
          setInviting(false);
          setInvited(made);
        }}
      />
      <LinkDialog invited={invited} onClose={() => setInvited(undefined)} />
    </Page>
  );
}

function Users({
  users,
  onLink,
}: {
  readonly users: readonly User[];
  readonly onLink: (invited: InvitedUser) => void;
}) {
  const { data: session } = useSession();
  return (
    <DataTable
      label="People"
      items={users}
      keyOf={({ id }) => id}
      columns={[
        {
          header: 'E-mail',
          cell: ({ email, id }) => (
            <Stack gap={0}>
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {email}
              </Text>
              {id === session?.userId && (
                <Text size="xs" c="dimmed">
                  you
                </Text>
              )}
            </Stack>
          ),
        },
        { header: 'Role', cell: ({ role }) => roleName(role) },
        {
          header: 'State',
          cell: ({ state }) => {
            const [word, color] = STATES[state];
            return (
              <Badge color={color} variant="light" tt="none">
                {word}
              </Badge>
            );
          },
        },
        { header: 'Last signed in', cell: ({ signedInAt }) => <Instant at={signedInAt} /> },
        {
          header: 'Change',
          isBare: true,
          cell: (user) => (
            <Group justify="flex-end">
              <PersonMenu user={user} isSelf={user.id === session?.userId} onLink={onLink} />
            </Group>
          ),
        },
      ]}
    />
  );
}
