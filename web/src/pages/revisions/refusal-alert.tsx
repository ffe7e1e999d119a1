import { Alert, List } from '@mantine/core';
import { Problem } from '../../api/problem.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { problemsWithin } from './definition-problems.ts';
import { placeInWords } from './problem-place.ts';

type RefusalAlertProps = {
  readonly error: Error;
  readonly title?: string;
  /** Where the request has the definition. */
  readonly path?: readonly string[];
};

/** Why a definition was refused, in the words of its form. The fields say it too. */
export function RefusalAlert({ error, title = 'It is not saved yet', path = [] }: RefusalAlertProps) {
  const problems = error instanceof Problem ? problemsWithin(error.errors, path) : [];
  if (problems.length === 0) return <ProblemAlert error={error} />;
  return (
    <Alert color="red" title={title} role="alert">
      {problems.length === 1 ? 'One thing is to be mended:' : `${problems.length} things are to be mended:`}
      <List size="sm" mt="xs">
        {problems.map(({ pointer, detail }) => (
          <List.Item key={`${pointer} ${detail}`}>
            {pointer === '' ? '' : `${placeInWords(pointer)}: `}
            {detail}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
