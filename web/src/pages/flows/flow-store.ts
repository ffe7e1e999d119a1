import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { bodyText, storedFrom, type DefinitionStore } from '../revisions/definition-store.ts';

type FlowDraft = components['schemas']['FlowDraft'];

export const FLOW_STORE: DefinitionStore = {
  area: 'flows',
  noun: 'flow',
  read: async (id) => storedFrom(await bodyOf(api.GET('/api/v1/flows/{id}', { params: { path: { id } } }))),
  create: async (definition, remarks) => {
    const body: FlowDraft = JSON.parse(bodyText(definition, remarks));
    return storedFrom(await bodyOf(api.POST('/api/v1/flows', { body })));
  },
  replace: async (id, definition, remarks) => {
    const body: FlowDraft = JSON.parse(bodyText(definition, remarks));
    return storedFrom(await bodyOf(api.PUT('/api/v1/flows/{id}', { params: { path: { id } }, body })));
  },
  remove: async (id, revision) => {
    await api.DELETE('/api/v1/flows/{id}', { params: { path: { id }, query: { revision } } });
  },
  revisions: async (id) =>
    (await bodyOf(api.GET('/api/v1/flows/{id}/revisions', { params: { path: { id } } }))).items,
  rollback: async (id, body) =>
    storedFrom(await bodyOf(api.POST('/api/v1/flows/{id}/rollback', { params: { path: { id } }, body }))),
};
