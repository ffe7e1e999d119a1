import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { PageOf } from '../http/api-docs.js';
import { DraftRemarks, Named, StoredRemarks } from './library.views.js';

class TemplateDocument extends Named {
  @ApiProperty({
    maxLength: 4_000,
    example: 'We are open 9-17, {{ contact.name | default: "friend" }}.',
    description: 'Liquid, with the variables of the event that is answered.',
  })
  readonly text: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    selfRequired: false,
    description: 'The same in other languages, by language code.',
    example: { fr: 'Nous sommes ouverts de 9 h à 17 h.' },
  })
  readonly languages?: unknown;

  @ApiProperty({ type: String, maxLength: 60, required: false, description: 'For order among many.' })
  readonly category?: string;
}

export class TemplateDraft extends IntersectionType(TemplateDocument, DraftRemarks) {}

export class TemplateView extends IntersectionType(TemplateDocument, StoredRemarks) {}

export class TemplatePage extends PageOf(TemplateView) {}
