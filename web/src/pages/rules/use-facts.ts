import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type FactView = components['schemas']['FactView'];

/** What conditions can ask about. It changes only with a new version of Heed. */
export function useFacts(): readonly FactView[] {
  const { data } = useQuery({
    queryKey: ['facts'],
    queryFn: () => bodyOf(api.GET('/api/v1/facts')),
    staleTime: Infinity,
  });
  return data?.items ?? [];
}

/** The fact, or the family of facts, that a name belongs to. */
export function factNamed(facts: readonly FactView[], name: string): FactView | undefined {
  return (
    facts.find((fact) => fact.name === name) ??
    facts.find((fact) => isFamily(fact) && name.startsWith(familyPrefix(fact)))
  );
}

/** Whether a fact stands for many, such as `contact.attributes.<name>`. */
export function isFamily({ name }: FactView): boolean {
  return name.endsWith('<name>');
}

/** What the names of a family's members begin with. */
export function familyPrefix({ name }: FactView): string {
  return name.slice(0, -'<name>'.length);
}
