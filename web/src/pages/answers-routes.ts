import type { RouteObject } from 'react-router';

const ruleEditor: RouteObject['lazy'] = async () => ({
  Component: (await import('./rules/rule-editor-page.tsx')).RuleEditorPage,
});
const scheduleEditor: RouteObject['lazy'] = async () => ({
  Component: (await import('./schedules/schedule-editor-page.tsx')).ScheduleEditorPage,
});
const templateEditor: RouteObject['lazy'] = async () => ({
  Component: (await import('./templates/template-editor-page.tsx')).TemplateEditorPage,
});
const flowEditor: RouteObject['lazy'] = async () => ({
  Component: (await import('./flows/flow-editor-page.tsx')).FlowEditorPage,
});

export const answersRoutes: RouteObject[] = [
  {
    path: '/rules',
    lazy: async () => ({ Component: (await import('./rules/rules-page.tsx')).RulesPage }),
  },
  { path: '/rules/new', lazy: ruleEditor },
  { path: '/rules/:ruleId', lazy: ruleEditor },
  {
    path: '/rules/dry-runs',
    lazy: async () => ({ Component: (await import('./rules/dry-run/dry-runs-page.tsx')).DryRunsPage }),
  },
  {
    path: '/rules/dry-runs/:id',
    lazy: async () => ({ Component: (await import('./rules/dry-run/dry-run-page.tsx')).DryRunPage }),
  },
  {
    path: '/schedules',
    lazy: async () => ({ Component: (await import('./schedules/schedules-page.tsx')).SchedulesPage }),
  },
  { path: '/schedules/new', lazy: scheduleEditor },
  { path: '/schedules/:id', lazy: scheduleEditor },
  {
    path: '/templates',
    lazy: async () => ({ Component: (await import('./templates/templates-page.tsx')).TemplatesPage }),
  },
  { path: '/templates/new', lazy: templateEditor },
  { path: '/templates/:id', lazy: templateEditor },
  {
    path: '/flows',
    lazy: async () => ({ Component: (await import('./flows/flows-page.tsx')).FlowsPage }),
  },
  { path: '/flows/new', lazy: flowEditor },
  { path: '/flows/:id', lazy: flowEditor },
  {
    path: '/model-calls',
    lazy: async () => ({
      Component: (await import('./language-model/model-calls-page.tsx')).ModelCallsPage,
    }),
  },
];
