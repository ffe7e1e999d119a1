import { ApiProperty } from '@nestjs/swagger';
import { Field, NullableField, PageOf } from '../http/api-docs.js';
import { IsInstant } from '../http/is-instant.js';
import { IsText } from '../http/is-text.js';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { ListQuery } from '../lists/list-query.js';

const LONGEST_FILTER = 254;

/** A filter that is met by equality. */
function Exactly(description: string): PropertyDecorator {
  return (target, name) => {
    ApiProperty({ type: String, required: false, description })(target, name);
    MayBeAbsent()(target, name);
    IsText(1, LONGEST_FILTER)(target, name);
  };
}

export class AuditQuery extends ListQuery {
  @Exactly('Who: an e-mail address, `token <name>`, or `api token`.')
  readonly actor?: string;

  @Exactly('What was done, as `rules.update`; `rules.` finds everything that was done to rules.')
  readonly action?: string;

  @Exactly('The collection, as in the API’s paths: `rules`.')
  readonly subjectKind?: string;

  @Exactly('The id of what was changed.')
  readonly subjectId?: string;

  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'From then on.' })
  @MayBeAbsent()
  @IsInstant()
  readonly since?: string;

  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'Before then.' })
  @MayBeAbsent()
  @IsInstant()
  readonly until?: string;
}

class AuditEntryView {
  @Field('uuid', 'Its id.')
  readonly id: string;

  @Field('instant', 'When.')
  readonly at: Date;

  @Field('text', 'Who.')
  readonly actor: string;

  @NullableField('text', 'Their role then; null where nobody was signed in.')
  readonly role: string | null;

  @Field('text', 'What was done, as `rules.update`.')
  readonly action: string;

  @Field('text', 'To what: the collection, as in the API’s paths.')
  readonly subjectKind: string;

  @NullableField('text', 'And its id there.')
  readonly subjectId: string | null;

  @NullableField('text', 'Why, where it was said.')
  readonly reason: string | null;

  @NullableField('object', 'How it was, where that is known.')
  readonly before: unknown;

  @NullableField(
    'object',
    'What was given: switches and numbers as they are; of texts, only that they were given.',
  )
  readonly after: unknown;

  @NullableField('text', 'The request; the log has a failure of it under the same id.')
  readonly requestId: string | null;
}

export class AuditPage extends PageOf(AuditEntryView) {}
