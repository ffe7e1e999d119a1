import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { describeFacts } from '../../rules/conditions/fact-catalogue.js';
import { OPERATORS_OF } from '../../rules/definition/condition-limits.js';
import { AdminController } from '../http/api-docs.js';
import { Needs } from '../http/required-role.js';
import { FactPage } from './fact.views.js';

@Needs('viewer')
@AdminController('facts')
export class FactsController {
  @Get()
  @ApiOperation({ summary: 'What conditions can ask about and templates can insert, for editors of rules.' })
  @ApiOkResponse({ type: FactPage })
  list(): FactPage {
    const items = describeFacts().map(({ name, type, description, events, needsTimeZone, use }) => ({
      name,
      type,
      description,
      events,
      operators: OPERATORS_OF[type],
      needsTimeZone,
      isTemplateVariable: use === 'condition or template',
    }));
    return { items, nextCursor: null };
  }
}
