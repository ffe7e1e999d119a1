import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsUUID } from 'class-validator';
import { MESSAGE_STATUSES } from '../../delivery/message-status.js';
import { PROVIDER_NAMES, type ProviderName } from '../../messaging/provider.js';
import { VERDICTS } from '../../rules/decision.js';
import { IsInstant } from '../http/is-instant.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { ListQuery } from '../lists/list-query.js';

export const KINDS = ['inbound', 'reply', 'confirmation', 'help', 'manual', 'resend'] as const;
export const DIRECTIONS = ['inbound', 'outbound'] as const;
export const STATUSES = ['received', ...MESSAGE_STATUSES] as const;
const MAX_ADDRESS_LENGTH = 320;

/** A query that names something once has a text there, and one that names several a list. */
function OneOrMore(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    value === undefined || Array.isArray(value) ? value : [value],
  );
}

/** Which messages a list shows. */
export class MessageQuery extends ListQuery {
  @ApiProperty({
    type: String,
    required: false,
    description: 'A customer’s number, e-mail address or id, in any spelling.',
  })
  @MayBeAbsent()
  @IsText(1, MAX_ADDRESS_LENGTH)
  readonly address?: string;

  @ApiProperty({ enum: DIRECTIONS, required: false })
  @MayBeAbsent()
  @IsIn(DIRECTIONS)
  readonly direction?: (typeof DIRECTIONS)[number];

  @ApiProperty({ enum: KINDS, required: false })
  @MayBeAbsent()
  @IsIn(KINDS)
  readonly kind?: (typeof KINDS)[number];

  @ApiProperty({
    enum: STATUSES,
    isArray: true,
    required: false,
    description: 'Given several times, any of them: status=failed&status=undelivered.',
  })
  @MayBeAbsent()
  @OneOrMore()
  @IsIn(STATUSES, { each: true })
  @ArrayMaxSize(STATUSES.length)
  readonly status?: readonly (typeof STATUSES)[number][];

  @ApiProperty({ enum: VERDICTS, required: false, description: 'How an inbound message was decided.' })
  @MayBeAbsent()
  @IsIn(VERDICTS)
  readonly verdict?: (typeof VERDICTS)[number];

  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'Stored from then on.' })
  @MayBeAbsent()
  @IsInstant()
  readonly since?: string;

  @ApiProperty({ enum: PROVIDER_NAMES, required: false })
  @MayBeAbsent()
  @IsIn(PROVIDER_NAMES)
  readonly provider?: ProviderName;

  @ApiProperty({ type: String, required: false, description: 'A part of the text, in any case.' })
  @MayBeAbsent()
  @IsText(1, 200)
  readonly q?: string;

  @ApiProperty({ type: String, format: 'uuid', required: false })
  @MayBeAbsent()
  @IsUUID()
  readonly conversationId?: string;
}
