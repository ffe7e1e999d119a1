import {
  IconActivity,
  IconBook2,
  IconCalendarTime,
  IconDeviceMobile,
  IconHandStop,
  IconHistory,
  IconHourglass,
  IconInbox,
  IconKey,
  IconLayoutDashboard,
  IconListCheck,
  IconMail,
  IconMessages,
  IconPlug,
  IconRoute,
  IconSettings,
  IconSparkles,
  IconStack2,
  IconTemplate,
  IconUserCheck,
  IconUsers,
  IconWebhook,
  type Icon,
} from '@tabler/icons-react';
import type { Role } from '../session/use-session.ts';

export type NavigationEntry = {
  readonly to: string;
  readonly icon: Icon;
  readonly label: string;
  readonly role?: Role;
};
export type NavigationGroup = { readonly label: string; readonly entries: readonly NavigationEntry[] };

/** Every page of the menu, in the order in which it stands there. */
export const NAVIGATION: readonly NavigationGroup[] = [
  {
    label: 'Messages',
    entries: [
      { to: '/', icon: IconLayoutDashboard, label: 'Overview' },
      { to: '/live', icon: IconActivity, label: 'Live' },
      { to: '/conversations', icon: IconMessages, label: 'Conversations' },
      { to: '/messages', icon: IconMail, label: 'Messages' },
      { to: '/phone', icon: IconDeviceMobile, label: 'Phone', role: 'editor' },
    ],
  },
  {
    label: 'Answers',
    entries: [
      { to: '/rules', icon: IconListCheck, label: 'Rules' },
      { to: '/flows', icon: IconRoute, label: 'Flows' },
      { to: '/schedules', icon: IconCalendarTime, label: 'Schedules' },
      { to: '/templates', icon: IconTemplate, label: 'Templates' },
      { to: '/model-calls', icon: IconSparkles, label: 'Language model' },
    ],
  },
  {
    label: 'Consent',
    entries: [
      { to: '/consent', icon: IconUserCheck, label: 'Consent' },
      { to: '/holds', icon: IconHourglass, label: 'Review queue' },
      { to: '/ledger', icon: IconBook2, label: 'Ledger' },
    ],
  },
  {
    label: 'System',
    entries: [
      { to: '/events', icon: IconInbox, label: 'Events' },
      { to: '/queues', icon: IconStack2, label: 'Queues', role: 'administrator' },
      { to: '/connections', icon: IconPlug, label: 'Connections' },
      { to: '/webhook-calls', icon: IconWebhook, label: 'Webhook calls' },
      { to: '/kill-switch', icon: IconHandStop, label: 'Kill switch' },
      { to: '/settings', icon: IconSettings, label: 'Settings', role: 'administrator' },
      { to: '/people', icon: IconUsers, label: 'People', role: 'administrator' },
      { to: '/tokens', icon: IconKey, label: 'API tokens', role: 'administrator' },
      { to: '/audit', icon: IconHistory, label: 'Audit', role: 'administrator' },
    ],
  },
];
