import { Text } from '@mantine/core';
import { createContext, use, type ReactNode } from 'react';
import { problemsWithin, type DefinitionProblems } from './definition-problems.ts';
import { placeInWords } from './problem-place.ts';

const Here = createContext<DefinitionProblems>([]);

/** Tells the fields of a form what is wrong. */
export function Problems({
  of,
  children,
}: {
  readonly of: DefinitionProblems;
  readonly children: ReactNode;
}) {
  return <Here value={of}>{children}</Here>;
}

/** A part of the form: its fields know their own names only. */
export function Within({
  path,
  children,
}: {
  readonly path: readonly (string | number)[];
  readonly children: ReactNode;
}) {
  return <Here value={problemsWithin(use(Here), path)}>{children}</Here>;
}

/** What is wrong in this part of the form. */
export function useProblems(): DefinitionProblems {
  return use(Here);
}

/** What is wrong at a member of this part, or within it: for the field that stands for it. */
export function useProblemAt(): (...path: readonly (string | number)[]) => string | undefined {
  const problems = use(Here);
  return (...path) => problemsWithin(problems, path)[0]?.detail;
}

/** What is wrong in this part and no field says: at the part itself, and at members that the form does not show. */
export function OtherProblems({ besides = [] }: { readonly besides?: readonly string[] }) {
  const problems = use(Here);
  const shown = new Set(besides.flatMap((name) => problemsOf(problems, name)));
  return problems
    .filter((problem) => !shown.has(keyOf(problem)))
    .map((problem) => (
      <Text key={keyOf(problem)} size="sm" c="var(--mantine-color-error)" mt={4}>
        {placeInWords(problem.pointer) === '' ? '' : `${placeInWords(problem.pointer)}: `}
        {problem.detail}
      </Text>
    ));
}

function problemsOf(problems: DefinitionProblems, name: string): readonly string[] {
  return problems
    .filter(({ pointer }) => pointer === `/${name}` || pointer.startsWith(`/${name}/`))
    .map(keyOf);
}

function keyOf({ pointer, detail }: DefinitionProblems[number]): string {
  return `${pointer} ${detail}`;
}
