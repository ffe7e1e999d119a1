import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { RUN_STATUSES, type RunStatus } from '../../rules/flows/run-state.js';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { ListQuery } from '../lists/list-query.js';

/** A flow as it goes on, or went, in one conversation. */
export class FlowRunView {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @Field('uuid', 'The conversation.')
  readonly conversationId: string;

  @Field('uuid', 'The contact.')
  readonly contactId: string;

  @NullableField('text', 'The name of the contact.')
  readonly contactName: string | null;

  @Field('uuid', 'The flow.')
  readonly flowId: string;

  @Field('text', 'The name of the flow.')
  readonly flowName: string;

  @Field('uuid', 'The revision of the flow with which it began, and by which it goes on.')
  readonly flowRevisionId: string;

  @ApiProperty({ enum: RUN_STATUSES })
  readonly status: string;

  @NullableField('text', 'Why it is over.')
  readonly reason: string | null;

  @Field('text', 'The step at which it waits or ended.')
  readonly step: string;

  @Field('object', 'What was answered, by the names under which answers are saved.')
  readonly variables: unknown;

  @Field('integer', 'How many steps were taken.')
  readonly steps: number;

  @Field('instant', 'When it began.')
  readonly startedAt: Date;

  @Field('instant', 'When it last moved.')
  readonly updatedAt: Date;

  @NullableField('instant', 'Until when it waits for an answer; null when it is over.')
  readonly waitUntil: Date | null;
}

export class FlowRunPage extends PageOf(FlowRunView) {}

export class FlowRunQuery extends ListQuery {
  @ApiProperty({ enum: RUN_STATUSES, required: false })
  @MayBeAbsent()
  @IsIn(RUN_STATUSES)
  readonly status?: RunStatus;

  @ApiProperty({ type: String, format: 'uuid', required: false })
  @MayBeAbsent()
  @IsUUID()
  readonly conversationId?: string;
}
