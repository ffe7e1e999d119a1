import './bubble.css';
import { Group, Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { CustomerText } from './customer-text.tsx';

type BubbleProps = {
  /** `end`: the side of whoever looks. */
  readonly side: 'start' | 'end';
  /** Who says it, for those who do not see the sides. */
  readonly who: string;
  readonly subject?: string | null;
  readonly text: string;
  /** Under the words: time, state, links. */
  readonly children?: ReactNode;
};

/** One message of a thread. */
export function Bubble({ side, who, subject, text, children }: BubbleProps) {
  return (
    <div className="bubble" data-side={side}>
      <div className="bubble-words">
        <VisuallyHidden>{who}: </VisuallyHidden>
        {subject !== undefined && subject !== null && subject !== '' && (
          <Text size="sm" fw={600} dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {subject}
          </Text>
        )}
        {text === '' ? (
          <Text size="sm" fs="italic">
            No text
          </Text>
        ) : (
          <CustomerText text={text} />
        )}
      </div>
      <Group gap={6} px={4} fz="xs" c="dimmed" justify={side === 'end' ? 'flex-end' : 'flex-start'}>
        {children}
      </Group>
    </div>
  );
}
