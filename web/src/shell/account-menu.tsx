import { Button, Menu, Text, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconFileText, IconLogout, IconMoon, IconSun, IconUser, IconUserCircle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../api/client.ts';
import { SESSION_KEY, useSession } from '../session/use-session.ts';

const ICON = 16;

/** Who is signed in, and what belongs to them rather than to a page. */
export function AccountMenu() {
  const { data: session } = useSession();
  const queries = useQueryClient();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const signOut = useMutation({
    mutationFn: () => api.DELETE('/api/v1/session'),
    onSuccess: () => {
      queries.clear();
      queries.setQueryData(SESSION_KEY, null);
    },
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          style={{ minWidth: 0 }}
          leftSection={<IconUserCircle size={20} aria-hidden />}
        >
          <Text span size="sm" fw={500} truncate>
            {session?.email ?? session?.actor ?? 'Account'}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label tt="capitalize">{session?.role}</Menu.Label>
        <Menu.Item component={Link} to="/account" leftSection={<IconUser size={ICON} aria-hidden />}>
          Your account
        </Menu.Item>
        <Menu.Item
          leftSection={isDark ? <IconSun size={ICON} aria-hidden /> : <IconMoon size={ICON} aria-hidden />}
          onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
        >
          {isDark ? 'Light colours' : 'Dark colours'}
        </Menu.Item>
        <Menu.Item component="a" href="/docs" leftSection={<IconFileText size={ICON} aria-hidden />}>
          API description
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={ICON} aria-hidden />} onClick={() => signOut.mutate()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
