/** What the API finds wrong with the definition that is being edited, by place. */
export type DefinitionProblems = readonly { readonly pointer: string; readonly detail: string }[];

/** The problems at a place or within it. */
export function problemsUnder(problems: DefinitionProblems, pointer: string): DefinitionProblems {
  return problems.filter((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`));
}

/** The first problem at a place, for the field that stands for it. */
export function problemAt(problems: DefinitionProblems, pointer: string): string | undefined {
  return problemsUnder(problems, pointer)[0]?.detail;
}
