import { update, type Path, type RuleType, type Schema, type FullField } from 'react-querybuilder';

type Question = Partial<Pick<RuleType, 'field' | 'operator' | 'value'>>;

/** Changes several parts of a question at once, and only those: what still fits is kept. */
export function changeQuestion(schema: Schema<FullField, string>, path: Path, question: Question): void {
  const steps = (['field', 'operator', 'value'] as const).filter((name) => name in question);
  const query = steps.reduce(
    (changed, name) =>
      update(changed, name, question[name], path, {
        resetOnFieldChange: false,
        resetOnOperatorChange: false,
      }),
    schema.getQuery(),
  );
  schema.dispatchQuery(query);
}
