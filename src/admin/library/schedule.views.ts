import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { WEEKDAYS } from '../../quiet-hours/jurisdictions.js';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { IsInstant } from '../http/is-instant.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { DraftRemarks, Named, StoredRemarks } from './library.views.js';

const INTERVALS = {
  type: 'array',
  items: { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2 },
} as const;

class ScheduleExceptionView {
  @ApiProperty({ type: String, format: 'date', required: false, description: 'The day; or from and until.' })
  readonly date?: string;

  @ApiProperty({ type: String, format: 'date', required: false })
  readonly from?: string;

  @ApiProperty({ type: String, format: 'date', required: false, description: 'The last day of the range.' })
  readonly until?: string;

  @ApiProperty({ enum: [true], required: false, description: 'Either this, or intervals.' })
  readonly closed?: true;

  @ApiProperty({ ...INTERVALS, required: false, example: [['10:00', '14:00']] })
  readonly intervals?: unknown;

  @ApiProperty({ type: String, maxLength: 200, required: false, example: 'Christmas' })
  readonly note?: string;
}

class ScheduleDocument extends Named {
  @ApiProperty({
    example: 'Africa/Banjul',
    description: 'The name of a time zone, or `contact` for the clock of whoever is asked about.',
  })
  readonly timeZone: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'With `contact`, and only then: the zone of those whose own is not known.',
  })
  readonly fallbackTimeZone?: string;

  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, INTERVALS])),
    description:
      'From and until on the 24-hour clock, several times a day; an end before the start is on the next day. A day that is left out is closed.',
    example: {
      monday: [
        ['09:00', '12:30'],
        ['14:00', '18:00'],
      ],
      friday: [['20:00', '02:00']],
    },
  })
  readonly weekly: unknown;

  @ApiProperty({ type: [ScheduleExceptionView], required: false })
  readonly exceptions: readonly ScheduleExceptionView[];
}

export class ScheduleDraft extends IntersectionType(ScheduleDocument, DraftRemarks) {}

export class ScheduleView extends IntersectionType(ScheduleDocument, StoredRemarks) {}

export class SchedulePage extends PageOf(ScheduleView) {}

export class ScheduleNowQuery {
  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'Absent: now.' })
  @MayBeAbsent()
  @IsInstant()
  readonly at?: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'For a schedule by the contact’s clock: the contact’s time zone. Absent: its fallback.',
  })
  @MayBeAbsent()
  @IsText(1, 60)
  readonly timeZone?: string;
}

class ScheduledDayView {
  @Field('text', 'The date, as 2026-12-25.')
  readonly date: string;

  @ApiProperty({ enum: WEEKDAYS })
  readonly weekday: string;

  @ApiProperty({ ...INTERVALS, description: 'The hours that begin on this day.' })
  readonly intervals: unknown;

  @Field('flag', 'Whether an exception governs it.')
  readonly isException: boolean;

  @ApiProperty({ type: String, required: false, description: 'The note of that exception.' })
  readonly note?: string;
}

export class ScheduleNowView {
  @Field('instant', 'The instant that was asked about.')
  readonly at: Date;

  @Field('flag', 'Whether it is open then.')
  readonly isOpen: boolean;

  @NullableField('instant', 'When that changes; null if it does not within 400 days.')
  readonly nextChangeAt: Date | null;

  @Field('text', 'The time zone whose clock was asked.')
  readonly timeZone: string;

  @Field('text', '"Open until 18:00 today." or "Closed; opens Monday 09:00."')
  readonly sentence: string;

  @ApiProperty({ type: [ScheduledDayView], description: 'That day and the six after it.' })
  readonly week: readonly ScheduledDayView[];
}
