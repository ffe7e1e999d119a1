import { Anchor, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { CustomerText } from '../../../shell/customer-text.tsx';
import { DataTable } from '../../../shell/data-table.tsx';
import { Instant } from '../../../shell/instant.tsx';
import { VerdictBadge } from '../../../shell/verdict-badge.tsx';
import type { DryRun } from './use-dry-run.ts';

type Result = NonNullable<DryRun['result']>;
type Example = Result['examples'][number];

/** What would have been different: in numbers, for other rules, and by example. */
export function DryRunFindings({ run, result }: { readonly run: DryRun; readonly result: Result }) {
  const { fired, gained, lost, changedReplies, segments, replies, forecast, otherRules, examples } = result;
  return (
    <Stack>
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="xs">
        <Figure title="Would fire" value={fired.after} note={`before ${fired.before}`} />
        <Figure title="Gained" value={`+${gained}`} note="events it answers only with the change" />
        <Figure title="Lost" value={`−${lost}`} note="events it no longer answers" />
        <Figure title="Changed" value={changedReplies} note="another verdict or reply" />
        <Figure title="Replies" value={replies.after} note={`before ${replies.before}`} />
        <Figure title="SMS segments" value={segments.after} note={`before ${segments.before}`} />
      </SimpleGrid>
      <Text size="sm">
        {run.lookedAt.toLocaleString()} events, from <Instant at={result.since} /> to{' '}
        <Instant at={result.until} />. Expect about{' '}
        {forecast.mean.toLocaleString(undefined, { maximumFractionDigits: 1 })} firings a day, between{' '}
        {forecast.low} and {forecast.high}.
        {result.unreadable > 0 && ` ${result.unreadable} events could not be read any more.`}
      </Text>
      {otherRules.length > 0 && (
        <div>
          <Title order={3} size="h5">
            Other rules
          </Title>
          <List size="sm">
            {otherRules.map(({ ruleId, name, gained: won, lost: given }) => (
              <List.Item key={ruleId}>
                <Anchor component={Link} to={`/rules/${ruleId}`}>
                  {name ?? 'a deleted rule'}
                </Anchor>
                : +{won}, −{given}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      <Title order={3} size="h5">
        Examples
      </Title>
      {examples.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing would have been different.
        </Text>
      ) : (
        <DataTable<Example>
          label="Messages that would have ended differently"
          items={examples}
          keyOf={({ decisionId }) => decisionId}
          columns={[
            { header: 'Message', cell: (example) => <Message example={example} /> },
            { header: 'Then', cell: ({ before }) => <Side side={before} /> },
            { header: 'With this rule', cell: ({ after }) => <Side side={after} /> },
          ]}
        />
      )}
      <Text size="xs" c="dimmed">
        {run.assumptions}
      </Text>
    </Stack>
  );
}

function Figure({
  title,
  value,
  note,
}: {
  readonly title: string;
  readonly value: string | number;
  readonly note: string;
}) {
  return (
    <Paper withBorder p="xs">
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      <Text fw={650} size="xl">
        {value.toLocaleString()}
      </Text>
      <Text size="xs" c="dimmed">
        {note}
      </Text>
    </Paper>
  );
}

function Message({ example: { text, at, messageId } }: { readonly example: Example }) {
  return (
    <>
      {text === null ? <Text size="sm">no message</Text> : <CustomerText text={text} />}
      <Text size="xs" c="dimmed" component="div">
        <Instant at={at} />{' '}
        {messageId !== null && (
          <Anchor component={Link} to={`/messages/${messageId}`} size="xs">
            Why?
          </Anchor>
        )}
      </Text>
    </>
  );
}

function Side({ side: { verdict, reply, sentence } }: { readonly side: Example['before'] }) {
  return (
    <Stack gap={4} align="flex-start">
      <VerdictBadge verdict={verdict} />
      {reply === null ? <Text size="xs">{sentence}</Text> : <CustomerText text={reply} size="xs" />}
    </Stack>
  );
}
