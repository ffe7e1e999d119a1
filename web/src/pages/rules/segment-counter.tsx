import { Text } from '@mantine/core';
import { costHint } from '../../../../src/rules/replies/segments.js';

/** What a text costs as an SMS, and which character makes it cost more: often one curly quote. What variables insert comes on top. */
export function SegmentCounter({ text }: { readonly text: string }) {
  if (text === '') return null;
  const { encoding, segments, sentence } = costHint(text);
  return (
    <Text size="xs" c="dimmed">
      {text.length} characters, {segments === 1 ? '1 SMS segment' : `${segments} SMS segments`} ({encoding}
      {text.includes('{{') ? ', before variables are filled in' : ''}).
      {sentence !== undefined && (
        <Text span inherit c="var(--mantine-color-text)" fw={600}>
          {' '}
          {sentence}
        </Text>
      )}
    </Text>
  );
}
