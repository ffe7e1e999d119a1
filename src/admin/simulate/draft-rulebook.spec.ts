import { describe, expect, it } from '@jest/globals';
import type { RulebookRow } from '../../rulebook/rulebook-at.repository.js';
import { parseRuleDefinition } from '../../rules/definition/parse-rule-definition.js';
import type { RuleDefinition } from '../../rules/definition/rule-definition.js';
import { rulebookWithDraft } from './draft-rulebook.js';

const FIRST = '01900000-0000-7000-8000-000000000001';
const SECOND = '01900000-0000-7000-8000-000000000002';
const DRAFT = '01900000-0000-7000-8000-000000000003';

describe('rulebookWithDraft', () => {
  it('puts the draft of a new rule after all others', () => {
    const rules = rulebookWithDraft([row(FIRST, 1, 'One'), row(SECOND, 2, 'Two')], draft(DRAFT, 'Three'));
    expect(namesOf(rules)).toEqual(['One', 'Two', 'Three']);
  });

  it('puts the draft of a stored rule where that one stands, and leaves that one out', () => {
    const rules = rulebookWithDraft([row(FIRST, 1, 'One'), row(SECOND, 2, 'Two')], draft(FIRST, 'Changed'));
    expect(namesOf(rules)).toEqual(['Changed', 'Two']);
  });

  it('puts the draft before the rule at the place that is asked for', () => {
    const rules = rulebookWithDraft([row(FIRST, 1, 'One'), row(SECOND, 2, 'Two')], {
      ...draft(DRAFT, 'Three'),
      position: 2,
    });
    expect(namesOf(rules)).toEqual(['One', 'Three', 'Two']);
  });

  it('lets the draft of a rule act that is held back', () => {
    const heldBack = {
      ...row(FIRST, 1, 'One'),
      heldBackAt: new Date(),
      heldBackReason: 'It fired too often.',
    };
    const [rule] =
      rulebookWithDraft([heldBack], draft(FIRST, 'Changed')).byEvent.get('message.received') ?? [];
    expect(rule?.isShadow).toBe(false);
  });

  it('leaves out a stored rule that cannot be read, and keeps the draft', () => {
    const unreadable = { ...row(FIRST, 1, 'One'), definition: { name: 'From another time' } };
    expect(namesOf(rulebookWithDraft([unreadable], draft(DRAFT, 'Three')))).toEqual(['Three']);
  });
});

function namesOf({ byEvent }: ReturnType<typeof rulebookWithDraft>): readonly string[] {
  return (byEvent.get('message.received') ?? []).map(({ name }) => name);
}

function draft(id: string, name: string) {
  return { id, definition: definition(name) };
}

function row(id: string, position: number, name: string): RulebookRow {
  return {
    kind: 'rule',
    id,
    revisionId: id,
    number: 1,
    position,
    definition: definition(name),
    heldBackAt: null,
    heldBackReason: null,
  };
}

function definition(name: string): RuleDefinition {
  const reading = parseRuleDefinition({
    name,
    trigger: { event: 'message.received' },
    when: { all: [] },
    then: [{ tag: 'seen' }],
  });
  if (!reading.ok) throw new Error('The definition of this test is not valid.');
  return reading.definition;
}
