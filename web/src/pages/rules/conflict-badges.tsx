import { Badge, Popover, Text, UnstyledButton } from '@mantine/core';
import { CustomerText } from '../../shell/customer-text.tsx';
import type { RuleConflict } from './use-conflicts.ts';

const WORDS: Readonly<Record<RuleConflict['kind'], { readonly badge: string; readonly sentence: string }>> = {
  unreachable: {
    badge: 'never asked',
    sentence: 'Its condition contradicts itself, or all it asks for are words of consent, which come first.',
  },
  always: {
    badge: 'always matches',
    sentence: 'It asks for something, and matches everything all the same.',
  },
  shadowed: { badge: 'never answers', sentence: 'Whenever it matches, the rule above it answers.' },
  duplicate: { badge: 'twice the same', sentence: 'The rule above it matches exactly the same.' },
  hidden: { badge: 'hidden', sentence: 'The rule above it answers everything.' },
  overlap: { badge: 'overlaps', sentence: 'Both match this message, and would answer differently.' },
};

/** What is at odds between a rule and those above it, each with a message that shows it. */
export function ConflictBadges({ conflicts }: { readonly conflicts: readonly RuleConflict[] }) {
  return conflicts.map(({ kind, earlier, example }) => (
    <Popover key={`${kind} ${earlier?.id ?? ''}`} width={320} withArrow>
      <Popover.Target>
        <UnstyledButton>
          <Badge size="sm" color="orange" variant="light" tt="none" style={{ cursor: 'pointer' }}>
            {WORDS[kind].badge}
            {earlier === undefined ? '' : `: ${earlier.name}`}
          </Badge>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm">{WORDS[kind].sentence}</Text>
        {example !== undefined && (
          <>
            <Text size="xs" c="dimmed" mt="xs">
              For example, by {example.channel}:
            </Text>
            <CustomerText text={example.text} />
            <Text size="xs" mt={4}>
              {example.sentence}
            </Text>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  ));
}
