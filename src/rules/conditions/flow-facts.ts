import { DOMAIN_EVENT_NAMES } from '../../events/domain-events.js';
import { fact, ownMember } from './fact.js';
import type { Fact } from './fact.js';

/** What a customer has answered in the flow of their conversation, and where one waited in vain. */
export const FLOW_FACTS: readonly Fact[] = [
  fact(
    'flow.<name>',
    'any',
    'What the customer answered in the flow that waits, by the name it is saved as.',
    DOMAIN_EVENT_NAMES,
    (_event, facts, { key }) => ownMember(facts.flow?.variables, key),
  ),
  fact(
    'timeout.flow',
    'text',
    'The name of the flow that was not answered in time.',
    ['flow.timed_out'],
    (event) => (event.name === 'flow.timed_out' ? event.payload.flow : undefined),
  ),
  fact('timeout.step', 'text', 'The step that was not answered in time.', ['flow.timed_out'], (event) =>
    event.name === 'flow.timed_out' ? event.payload.step : undefined,
  ),
];
