import { ApiProperty } from '@nestjs/swagger';
import { CHANNELS } from '../../messaging/channel.js';
import { Field, NullableField, PageOf } from '../http/api-docs.js';

/** A customer's message, and how the detector read it when it was decided upon. */
export class ConsentReadingView {
  @Field('uuid', 'The message.')
  readonly messageId: string;

  @Field('instant', 'When it was read.')
  readonly at: Date;

  @ApiProperty({ enum: CHANNELS })
  readonly channel: string;

  @NullableField('text', 'Of an e-mail.')
  readonly subject: string | null;

  @Field('text', 'What the customer wrote.')
  readonly text: string;

  @ApiProperty({ enum: ['opt_out', 'opt_in', 'help', 'hold', 'none'] })
  readonly class: string;

  @NullableField('text', 'The rule of the detector that decided.')
  readonly ruleId: string | null;

  @NullableField('text', 'The version of the detector that read it.')
  readonly detectorVersion: string | null;
}

export class ConsentReadingPage extends PageOf(ConsentReadingView) {}
