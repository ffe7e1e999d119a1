import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController } from '../http/api-docs.js';
import { Needs } from '../http/required-role.js';
import { RetentionRuns } from './retention.repository.js';
import { RetentionView } from './retention.views.js';

@AdminController('consent')
@Needs('viewer')
export class RetentionController {
  constructor(private readonly runs: RetentionRuns) {}

  @Get('retention')
  @ApiOperation({
    summary: 'How long words are kept, and what was emptied.',
    description:
      'Set it in the consent settings. Rows, states, times and ids stay for ever, and so does the consent ledger; only what people said is emptied.',
  })
  @ApiOkResponse({ type: RetentionView })
  async list(): Promise<RetentionView> {
    return { items: await this.runs.list() };
  }
}
