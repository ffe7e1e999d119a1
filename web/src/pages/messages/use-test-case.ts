import { useMutation, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export type TestCase = components['schemas']['TestCaseView'];

/** Every rule by name, for a choice. */
export function useRuleChoices() {
  return useQuery({
    queryKey: ['rules', 'choices'],
    queryFn: async () => {
      const { items } = await bodyOf(api.GET('/api/v1/rules'));
      return items.map(({ id, name }) => ({ value: id, label: name }));
    },
  });
}

type Wanted = { readonly ruleId?: string; readonly add: boolean };

/** Makes a message a test of a rule: shown first, and added on a second word. */
export function useTestCase(messageId: string) {
  return useMutation({
    mutationFn: (body: Wanted) =>
      bodyOf(api.POST('/api/v1/messages/{id}/test-case', { params: { path: { id: messageId } }, body })),
    meta: { isShownInPlace: true },
  });
}
