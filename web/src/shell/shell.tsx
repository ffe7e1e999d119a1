import { Anchor, AppShell, Burger, Group, Loader, NavLink, ScrollArea, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect, useRef } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { SignedOutDialog } from '../session/signed-out-dialog.tsx';
import { useMay } from '../session/use-session.ts';
import './shell.css';
import { AccountMenu } from './account-menu.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { NAVIGATION, type NavigationEntry } from './navigation.ts';
import { SwitchedOffBar } from './switched-off-bar.tsx';
import { Wordmark } from './wordmark.tsx';

/** The menu, the head line and the present page. */
export function Shell() {
  const [isOpen, menu] = useDisclosure();
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <Anchor href="#content" className="skip-link">
        Skip to the content
      </Anchor>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap" gap="sm">
            <Burger opened={isOpen} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label="Menu" />
            <Wordmark />
          </Group>
          <AccountMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar aria-label="Pages">
        <AppShell.Section grow component={ScrollArea} p="xs">
          {NAVIGATION.map(({ label, entries }) => (
            <div key={label}>
              <Text size="xs" c="dimmed" fw={600} px="sm" pt="sm" pb={4}>
                {label}
              </Text>
              {entries.map((entry) => (
                <Entry key={entry.to} entry={entry} onFollow={menu.close} />
              ))}
            </div>
          ))}
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" className="page-ground">
        <SwitchedOffBar />
        <Suspense fallback={<Loader aria-label="Loading" />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
      <SignedOutDialog />
      <LeaveGuard />
    </AppShell>
  );
}

function Entry({ entry, onFollow }: { readonly entry: NavigationEntry; readonly onFollow: () => void }) {
  const { pathname } = useLocation();
  const isAllowed = useMay(entry.role ?? 'viewer');
  const own = useRef<HTMLAnchorElement>(null);
  const isActive = entry.to === '/' ? pathname === '/' : `${pathname}/`.startsWith(`${entry.to}/`);
  useEffect(() => {
    if (isActive) own.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  if (!isAllowed) return null;
  const { icon: EntryIcon } = entry;
  return (
    <NavLink
      ref={own}
      component={Link}
      to={entry.to}
      label={entry.label}
      leftSection={<EntryIcon size={17} stroke={1.6} aria-hidden />}
      className="menu-entry"
      active={isActive}
      {...(isActive && { 'aria-current': 'page' as const })}
      onClick={onFollow}
    />
  );
}
