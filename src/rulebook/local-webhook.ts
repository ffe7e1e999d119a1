import { readEndpoint } from '../messaging/public-endpoint.js';
import type { DefinitionProblem, RuleDefinition } from '../rules/definition/rule-definition.js';
import { parseFlowDefinition } from '../rules/flows/parse-flow.js';
import { RulebookRefusal } from './rulebook-refusal.js';

const MESSAGE =
  'Plain http to this machine is called only with HEED_WEBHOOKS_TO_LOOPBACK=on, while developing. Write a public https address.';

/**
 * Calls to this very machine by a rule, which are allowed only while developing: refused when the rule is saved, because each of its calls
 * would fail. A rule that is switched off may be kept: it calls nobody.
 */
export function localWebhookProblems({ enabled, then }: RuleDefinition): readonly DefinitionProblem[] {
  if (!enabled) return [];
  return then.flatMap((action, index) =>
    'webhook' in action && isLocal(action.webhook.url)
      ? [{ pointer: `/then/${index}/webhook/url`, message: MESSAGE }]
      : [],
  );
}

/** The same of a flow. Of what this version cannot read as one, nothing. */
export function localWebhookProblemsOfFlow(flow: unknown): readonly DefinitionProblem[] {
  const reading = parseFlowDefinition(flow);
  if (!reading.ok) return [];
  return Object.entries(reading.definition.steps).flatMap(([step, definition]) =>
    'webhook' in definition && isLocal(definition.webhook.url)
      ? [{ pointer: `/steps/${step}/webhook/url`, message: MESSAGE }]
      : [],
  );
}

export function refuseLocalWebhooks(problems: readonly DefinitionProblem[]): void {
  if (problems.length === 0) return;
  const fields = problems.map(({ pointer, message }) => ({ pointer, detail: message }));
  throw new RulebookRefusal('unknown_reference', MESSAGE, fields);
}

function isLocal(url: string): boolean {
  const reading = readEndpoint(url);
  return reading.ok && reading.endpoint.isLocal;
}
