import { Button, Group, Menu, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { JsonObject } from '../../../../src/messaging/untrusted.js';
import { textMember, withMember } from '../revisions/json-member.ts';
import { OtherProblems, useProblemAt } from '../revisions/problems.tsx';
import { FlowContext } from './flow-context.tsx';
import {
  END,
  movedUp,
  renamed,
  stepsOf,
  straightWay,
  withNewStep,
  withoutStep,
  withStep,
  withStepAfter,
} from './flow-edits.ts';
import { FlowFrame } from './flow-frame.tsx';
import { outlineOf } from './flow-outline.ts';
import { StepCard } from './step-card.tsx';
import { OFFERED_KINDS, STEP_WORDS, type StepKind } from './step-kinds.ts';

type FlowFormProps = {
  readonly flow: JsonObject;
  readonly onChange: (flow: JsonObject) => void;
};

/** The flow as a list of steps in the order of their road, each of which opens. */
export function FlowForm({ flow, onChange }: FlowFormProps) {
  const problem = useProblemAt();
  const [opened, setOpened] = useState<string>();
  const steps = stepsOf(flow);
  const outline = outlineOf(flow);
  const open = (name: string) => {
    setOpened(name);
    // After it has been drawn.
    requestAnimationFrame(() =>
      document.getElementById(`step-${name}`)?.scrollIntoView({ block: 'nearest' }),
    );
  };
  const take = ({ flow: next, name }: { readonly flow: JsonObject; readonly name: string }) => {
    onChange(next);
    open(name);
  };
  const addStep = (kind: StepKind, link: (flow: JsonObject, name: string) => JsonObject) => {
    const added = withNewStep(flow, kind, END);
    take({ flow: link(added.flow, added.name), name: added.name });
  };
  return (
    <FlowContext value={{ flow, outline, addStep, open }}>
      <Stack>
        <TextInput
          label="Name"
          description="By which rules start it."
          required
          maxLength={120}
          dir="auto"
          value={textMember(flow, 'name')}
          error={problem('name')}
          onChange={({ currentTarget }) => onChange(withMember(flow, 'name', currentTarget.value))}
        />
        <Title order={2} size="h5">
          Steps
        </Title>
        {outline.length === 0 && <Text c="dimmed">It has no steps yet. Add what it says first.</Text>}
        <Stack gap="xs" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
          {outline.map((told, index) => {
            const { name } = told;
            const before = outline.find((each) => straightWay(steps[each.name]) === name)?.name;
            const up = movedUp(flow, name, before);
            const behind = straightWay(steps[name]);
            const down = behind === undefined ? undefined : movedUp(flow, behind, name);
            return (
              <StepCard
                key={name}
                place={index + 1}
                told={told}
                step={steps[name] ?? {}}
                isOpen={opened === name}
                onToggle={() => setOpened(opened === name ? undefined : name)}
                onChange={(step) => onChange(withStep(flow, name, step))}
                onRename={(to) => {
                  onChange(renamed(flow, name, to));
                  setOpened(to);
                }}
                onRemove={() => onChange(withoutStep(flow, name))}
                onMoveUp={up === undefined ? undefined : () => onChange(up)}
                onMoveDown={down === undefined ? undefined : () => onChange(down)}
                onAddAfter={
                  behind === undefined ? undefined : (kind) => take(withStepAfter(flow, name, kind))
                }
              />
            );
          })}
        </Stack>
        <Group>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button variant="default" size="xs">
                + Step
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {OFFERED_KINDS.map((kind) => (
                <Menu.Item key={kind} onClick={() => take(atTheEnd(flow, kind))}>
                  {STEP_WORDS[kind].title}
                  <Text size="xs" c="dimmed">
                    {STEP_WORDS[kind].about}
                  </Text>
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </Group>
        <FlowFrame flow={flow} onChange={onChange} />
        <OtherProblems besides={['name', 'start', 'steps', 'limits', 'hotWords']} />
      </Stack>
    </FlowContext>
  );
}

/** Behind the last step that leads straight to the end; by itself where there is none. */
function atTheEnd(flow: JsonObject, kind: StepKind) {
  const steps = stepsOf(flow);
  const last = outlineOf(flow).findLast(({ name }) => straightWay(steps[name]) === END);
  return last === undefined ? withNewStep(flow, kind, END) : withStepAfter(flow, last.name, kind);
}
