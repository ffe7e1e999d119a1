import type { CompiledFlow } from './flows/compiled-flow.js';
import type { CompiledSchedule } from './schedules/schedule.js';

/** A named text that a rule replies with: `{"reply": {"use": "Opening hours text"}}`. */
export type ReplyTemplate = {
  readonly name: string;
  /** Liquid, like the text of a reply. */
  readonly text: string;
  /** The same in other languages, by language code: `fr`, `pt-BR`. */
  readonly languages?: Readonly<Record<string, string>>;
  readonly category?: string;
};

/** What rules refer to by name. Names are told apart by their exact spelling. */
export type Library = {
  readonly schedules: ReadonlyMap<string, CompiledSchedule>;
  readonly templates: ReadonlyMap<string, ReplyTemplate>;
  readonly flows: ReadonlyMap<string, CompiledFlow>;
  /** By the ids of their revisions: those in force, and the one with which the conversation's own run began. */
  readonly flowRevisions: ReadonlyMap<string, CompiledFlow>;
};

export const EMPTY_LIBRARY: Library = {
  schedules: new Map(),
  templates: new Map(),
  flows: new Map(),
  flowRevisions: new Map(),
};
