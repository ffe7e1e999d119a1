import { parseFlowDefinition } from '../rules/flows/parse-flow.js';
import type { DefinitionProblem } from '../rules/definition/rule-definition.js';
import { parseReplyTemplate } from '../rules/replies/parse-reply-template.js';
import { parseScheduleDefinition } from '../rules/schedules/parse-schedule.js';

export const LIBRARY_KINDS = ['schedule', 'template', 'flow'] as const;

/** What the library keeps: definitions with a name, which rules refer to by it. */
export type LibraryKind = (typeof LIBRARY_KINDS)[number];

export type LibraryDefinition = { readonly name: string };

export type LibraryReading =
  | { readonly ok: true; readonly definition: LibraryDefinition }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/** Reads a definition of each kind as an administrator wrote it; what is stored was read by these. */
export const LIBRARY_PARSERS: Readonly<Record<LibraryKind, (json: unknown) => LibraryReading>> = {
  schedule: parseScheduleDefinition,
  template: parseReplyTemplate,
  flow: parseFlowDefinition,
};
