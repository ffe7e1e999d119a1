import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsObject, IsUUID, ValidateNested } from 'class-validator';
import { DOMAIN_EVENT_NAMES, type DomainEventName } from '../../events/domain-events.js';
import { CHANNELS, type Channel } from '../../messaging/channel.js';
import { IsInstant } from '../http/is-instant.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { RulePlace } from '../rules/rule-place.js';

/** A whole event, for rules that are not about messages. */
export class SimulatedEvent {
  @ApiProperty({ enum: DOMAIN_EVENT_NAMES })
  @IsIn(DOMAIN_EVENT_NAMES)
  readonly name: DomainEventName;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What the event carries, as docs/events.md lists it.',
    example: { sessionId: 'sess_1', details: { age: '30' } },
  })
  @IsObject()
  readonly payload: object;

  @ApiProperty({
    type: String,
    required: false,
    description: 'The customer it concerns, where the payload does not name them.',
  })
  @MayBeAbsent()
  @IsText(1, 320)
  readonly address?: string;

  @ApiProperty({
    enum: CHANNELS,
    required: false,
    description: 'The channel of their conversation; sms when absent.',
  })
  @MayBeAbsent()
  @IsIn(CHANNELS)
  readonly channel?: Channel;
}

/** A rule that has not been saved. */
export class SimulatedDraft {
  @ApiProperty({
    type: String,
    format: 'uuid',
    required: false,
    description: 'The rule that it changes. Absent: a new one, at the end of the order.',
  })
  @MayBeAbsent()
  @IsUUID()
  readonly ruleId?: string;

  @RulePlace()
  readonly position?: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'As it would be saved; it is checked in the same way.',
  })
  @IsObject()
  readonly definition: object;
}

/** A message, or a whole event under `event`. */
export class SimulationRequest {
  @ApiProperty({ enum: CHANNELS, required: false })
  @MayBeAbsent()
  @IsIn(CHANNELS)
  readonly channel?: Channel;

  @ApiProperty({ type: String, required: false, example: '+2207654321' })
  @MayBeAbsent()
  @IsText(1, 320)
  readonly from?: string;

  @ApiProperty({ type: String, required: false, example: '+2203001234' })
  @MayBeAbsent()
  @IsText(1, 320)
  readonly to?: string;

  @ApiProperty({ type: String, required: false, example: 'what are your hours?' })
  @MayBeAbsent()
  @IsText(0, 10_000)
  readonly text?: string;

  @ApiProperty({ type: String, required: false, description: 'Of an e-mail.', example: 'Unsubscribe' })
  @MayBeAbsent()
  @IsText(0, 1_000)
  readonly subject?: string;

  @ApiProperty({ type: Boolean, required: false, description: 'As if a machine had written it.' })
  @MayBeAbsent()
  @IsBoolean()
  readonly isAutomatic?: boolean;

  @ApiProperty({
    type: SimulatedEvent,
    required: false,
    description: 'Instead of channel, from, to and text.',
  })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => SimulatedEvent)
  readonly event?: SimulatedEvent;

  @ApiProperty({
    type: String,
    format: 'uuid',
    required: false,
    description:
      'A rule to explain in full as `rule`, also when others come before it or there are thousands.',
  })
  @MayBeAbsent()
  @IsText(1, 100)
  readonly ruleId?: string;

  @ApiProperty({
    type: SimulatedDraft,
    required: false,
    description: 'Decides as if this rule had been saved, and explains it as `rule`. Nothing is stored.',
  })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => SimulatedDraft)
  readonly draft?: SimulatedDraft;

  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'When; now when absent.' })
  @MayBeAbsent()
  @IsInstant()
  readonly at?: string;

  @ApiProperty({
    type: String,
    required: false,
    description:
      'An id or `provider/name`. Absent: that of their latest conversation on the channel, or the first that carries it.',
  })
  @MayBeAbsent()
  @IsText(1, 100)
  readonly connection?: string;
}
