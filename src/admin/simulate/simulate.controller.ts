import { Body, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ConnectionRegistry } from '../../connections/connection-registry.js';
import { parseAddress } from '../../messaging/address.js';
import { threadChannel, type Channel } from '../../messaging/channel.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/ids/new-id.js';
import { MAX_COMPARED_LENGTH } from '../../rules/conditions/text-normalisation.js';
import { costHint, measureText } from '../../rules/replies/segments.js';
import { connectionNamed } from '../connections/connection-choice.js';
import { AdminController } from '../http/api-docs.js';
import { Unaudited } from '../http/audit.interceptor.js';
import { invalid, unprocessable } from '../http/problem.js';
import { Needs } from '../http/required-role.js';
import { SimulatedDecisionView } from '../messages/explanation.views.js';
import { readRuleDraft } from '../rules/rule-draft.js';
import type { DraftRule } from './draft-rulebook.js';
import { readPayload, type NamedPayload } from './event-payload.js';
import { SimulationRequest, type SimulatedDraft, type SimulatedEvent } from './simulation.views.js';
import { Simulator, type Hypothesis } from './simulator.repository.js';

@AdminController('simulate')
@Needs('viewer')
export class SimulateController {
  constructor(
    private readonly simulator: Simulator,
    private readonly connections: ConnectionRegistry,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Unaudited('it changes nothing')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Says what would be answered, and why. Nothing is stored and nothing is sent.',
    description: 'Live rules and the real facts of the customer, through the same `decide` as real traffic.',
  })
  @ApiOkResponse({ type: SimulatedDecisionView })
  async simulate(@Body() request: SimulationRequest): Promise<SimulatedDecisionView> {
    const hypothesis = this.hypothesisOf(request);
    const { verdict, sentence, replies, effects, stages, rule } = await this.simulator.simulate(hypothesis);
    if (hypothesis.ruleId !== undefined && hypothesis.draft === undefined && rule === undefined) {
      throw unprocessable('/ruleId', `No enabled rule with this id is about ${hypothesis.event.name}.`);
    }
    return {
      verdict,
      sentence,
      replies: replies.map(({ text }) => ({
        text,
        channel: threadChannel(hypothesis.channel),
        ...measureText(text),
        ...costHintFor(text, hypothesis.channel),
      })),
      effects,
      stages,
      ...noteAbout(hypothesis.event),
      ...(rule !== undefined && { rule }),
    };
  }

  private hypothesisOf(request: SimulationRequest): Hypothesis {
    const { at, connection, ruleId, draft } = request;
    const event = request.event === undefined ? messageOf(request) : eventOf(request.event);
    const { from, to, channel } = sidesOf(event, request.event);
    return {
      event,
      connection: connection === undefined ? undefined : connectionNamed(this.connections, connection),
      channel,
      address: from === undefined ? undefined : parseAddress(from),
      ourAddress: to === undefined ? undefined : parseAddress(to),
      at: at === undefined ? this.clock.now() : new Date(at),
      ruleId,
      draft: draft === undefined ? undefined : draftOf(draft),
    };
  }
}

function messageOf({
  channel,
  from,
  to,
  subject,
  text,
  isAutomatic = false,
}: SimulationRequest): NamedPayload {
  const payload = { channel, from, to, subject, text, isAutomatic };
  const reading = readPayload('message.received', payload);
  if (reading.ok) return reading.event;
  throw invalid(
    reading.missing.map((name) => ({ pointer: `/${name}`, detail: 'Say this, or give a whole event.' })),
  );
}

function eventOf({ name, payload }: SimulatedEvent): NamedPayload {
  const reading = readPayload(name, payload);
  if (reading.ok) return reading.event;
  throw invalid(
    reading.missing.map((field) => ({
      pointer: `/event/payload/${field}`,
      detail: `${name} needs this.`,
    })),
  );
}

function draftOf({ ruleId, position, definition }: SimulatedDraft): DraftRule {
  const reading = readRuleDraft(definition);
  if (reading.ok) {
    const at = position === undefined ? {} : { position };
    return { id: ruleId ?? newId(), definition: reading.definition, ...at };
  }
  throw invalid(
    reading.problems.map(({ pointer, detail }) => ({ pointer: `/draft/definition${pointer}`, detail })),
  );
}

const COUNT = new Intl.NumberFormat('en');

/** A word far down in a long e-mail is not found; whoever simulates that has to know why. */
function noteAbout({ payload }: NamedPayload): { readonly note?: string } {
  const length = 'text' in payload ? payload.text.length : 0;
  if (length <= MAX_COMPARED_LENGTH) return {};
  const most = COUNT.format(MAX_COMPARED_LENGTH);
  return {
    note: `Conditions look at the first ${most} characters of a text only; this one has ${COUNT.format(length)}.`,
  };
}

/** Only SMS is paid by the segment. */
function costHintFor(text: string, channel: Channel): { readonly costHint?: string } {
  const { sentence } = costHint(text);
  return sentence === undefined || threadChannel(channel) !== 'sms' ? {} : { costHint: sentence };
}

type Sides = { readonly channel: Channel; readonly from?: string; readonly to?: string };

/** The customer's side and ours, from the payload where it names them. */
function sidesOf({ payload }: NamedPayload, wanted: SimulatedEvent | undefined): Sides {
  const channel = ('channel' in payload ? payload.channel : undefined) ?? wanted?.channel ?? 'sms';
  const customer = wanted?.address ?? customerIn(payload);
  if (customer !== undefined && parseAddress(customer) === undefined) {
    throw unprocessable(
      wanted === undefined ? '/from' : '/event/address',
      'Write a number, an e-mail address or an id.',
    );
  }
  const ours = 'text' in payload ? payload.to : undefined;
  return {
    channel,
    ...(customer !== undefined && { from: customer }),
    ...(ours !== undefined && { to: ours }),
  };
}

function customerIn(payload: NamedPayload['payload']): string | undefined {
  if ('text' in payload) return payload.from;
  if ('messageKind' in payload) return payload.to;
  return 'number' in payload ? payload.number : undefined;
}
