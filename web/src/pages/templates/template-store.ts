import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { bodyText, storedFrom, type DefinitionStore } from '../revisions/definition-store.ts';

type TemplateDraft = components['schemas']['TemplateDraft'];

export const TEMPLATE_STORE: DefinitionStore = {
  area: 'templates',
  noun: 'template',
  read: async (id) =>
    storedFrom(await bodyOf(api.GET('/api/v1/templates/{id}', { params: { path: { id } } }))),
  create: async (definition, remarks) => {
    const body: TemplateDraft = JSON.parse(bodyText(definition, remarks));
    return storedFrom(await bodyOf(api.POST('/api/v1/templates', { body })));
  },
  replace: async (id, definition, remarks) => {
    const body: TemplateDraft = JSON.parse(bodyText(definition, remarks));
    return storedFrom(await bodyOf(api.PUT('/api/v1/templates/{id}', { params: { path: { id } }, body })));
  },
  remove: async (id, revision) => {
    await api.DELETE('/api/v1/templates/{id}', { params: { path: { id }, query: { revision } } });
  },
  revisions: async (id) =>
    (await bodyOf(api.GET('/api/v1/templates/{id}/revisions', { params: { path: { id } } }))).items,
  rollback: async (id, body) =>
    storedFrom(await bodyOf(api.POST('/api/v1/templates/{id}/rollback', { params: { path: { id } }, body }))),
};
