import { ApiProperty } from '@nestjs/swagger';
import { Field, NullableField } from '../http/api-docs.js';

export const QUEUES = ['webhooks', 'events', 'messages', 'calls'] as const;

/** What of one queue is in one state. */
export class WaitingView {
  @ApiProperty({
    enum: QUEUES,
    description:
      '`webhooks`: stored and to be handled. `events`: what happened, to be decided. `messages`: to be sent. `calls`: of other systems.',
  })
  readonly queue: (typeof QUEUES)[number];

  @Field('text', 'The state, as in docs/message-states.md.')
  readonly state: string;

  @Field('flag', 'Whether a person has to do something; the others go on by themselves.')
  readonly needsPerson: boolean;

  @Field('integer', 'How many; 10,000 stands for that many or more.')
  readonly count: number;

  @NullableField('instant', 'Since when the oldest of them waits.')
  readonly oldestAt: Date | null;
}

/** Events of one lane are handled one after another: a long lane is one customer who writes much, or an event that fails. */
export class LaneView {
  @Field('text', 'The account and the customer’s address.')
  readonly lane: string;

  @Field('integer', 'What waits in it.')
  readonly waiting: number;

  @Field('instant', 'Since when the oldest of it waits.')
  readonly oldestAt: Date;
}

/** What waits, now. */
export class QueuesView {
  @Field('instant', 'When it was counted.')
  readonly countedAt: Date;

  @ApiProperty({ type: [WaitingView] })
  readonly waiting: readonly WaitingView[];

  @ApiProperty({ type: [LaneView], description: 'The longest lanes, at most twenty.' })
  readonly lanes: readonly LaneView[];
}
