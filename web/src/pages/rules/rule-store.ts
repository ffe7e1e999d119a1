import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import {
  bodyText,
  storedFrom,
  type DefinitionStore,
  type StoredDefinition,
} from '../revisions/definition-store.ts';

export type RuleView = components['schemas']['RuleView'];
type RuleDraft = components['schemas']['RuleDraft'];

/** The definition of a rule, without its place, its key and what the server counts. */
export function storedRule(rule: RuleView): StoredDefinition {
  return storedFrom(rule, ['position', 'key', 'heldBack', 'traffic', 'forecast']);
}

export const RULE_STORE: DefinitionStore = {
  area: 'rules',
  noun: 'rule',
  read: async (id) => storedRule(await bodyOf(api.GET('/api/v1/rules/{id}', { params: { path: { id } } }))),
  create: async (definition, remarks) => {
    const body: RuleDraft = JSON.parse(bodyText(definition, remarks));
    return storedRule(await bodyOf(api.POST('/api/v1/rules', { body })));
  },
  replace: async (id, definition, remarks) => {
    const body: RuleDraft = JSON.parse(bodyText(definition, remarks));
    return storedRule(await bodyOf(api.PUT('/api/v1/rules/{id}', { params: { path: { id } }, body })));
  },
  remove: async (id, revision) => {
    await api.DELETE('/api/v1/rules/{id}', { params: { path: { id }, query: { revision } } });
  },
  revisions: async (id) =>
    (await bodyOf(api.GET('/api/v1/rules/{id}/revisions', { params: { path: { id } } }))).items,
  rollback: async (id, body) =>
    storedRule(await bodyOf(api.POST('/api/v1/rules/{id}/rollback', { params: { path: { id } }, body }))),
};
