import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { PageOf } from '../http/api-docs.js';
import { DraftRemarks, Named, StoredRemarks } from './library.views.js';

class FlowLimitsDocument {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 1_000, default: 50 })
  readonly maxSteps: number;

  @ApiProperty({ type: String, default: 'P1D', description: 'ISO 8601, at most 30 days.' })
  readonly maxDuration: string;
}

class FlowDocument extends Named {
  @ApiProperty({ example: 'ask_name', description: 'The step with which the flow begins.' })
  readonly start: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: true },
    description: 'The steps by name, as GET /api/v1/flows/schema describes them.',
    example: { ask_name: { ask: { text: 'What is your name?' }, saveAs: 'name', next: 'end' } },
  })
  readonly steps: Readonly<Record<string, object>>;

  @ApiProperty({ type: () => FlowLimitsDocument, required: false })
  readonly limits?: FlowLimitsDocument;

  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'string' },
    required: false,
    description: 'Words that lead to a step from wherever the flow waits; "end" leaves it.',
    example: { menu: 'main_menu', back: 'end' },
  })
  readonly hotWords?: Readonly<Record<string, string>>;
}

export class FlowDraft extends IntersectionType(FlowDocument, DraftRemarks) {}

export class FlowView extends IntersectionType(FlowDocument, StoredRemarks) {}

export class FlowPage extends PageOf(FlowView) {}
