import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController } from '../http/api-docs.js';
import { Needs } from '../http/required-role.js';
import { ConflictDesk } from './conflict-desk.repository.js';
import { RuleConflictPage } from './rule-conflicts.views.js';

@Needs('viewer')
@AdminController('rules')
export class RuleConflictsController {
  constructor(private readonly desk: ConflictDesk) {}

  @Get('conflicts')
  @ApiOperation({
    summary: 'Rules that can never answer, or answer in place of others; each with a message that shows it.',
    description:
      'Only what was proven, or what an example shows that was really decided. Silence is no proof that there is no conflict.',
  })
  @ApiOkResponse({ type: RuleConflictPage })
  async find(): Promise<RuleConflictPage> {
    return this.desk.find();
  }
}
