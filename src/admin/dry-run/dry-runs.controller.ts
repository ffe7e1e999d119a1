import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, Problems } from '../http/api-docs.js';
import { PathId } from '../http/path-id.js';
import { notFound } from '../http/problem.js';
import { Needs } from '../http/required-role.js';
import { DryRunDesk } from './dry-run-desk.repository.js';
import { DryRunView } from './dry-run.views.js';

@Needs('viewer')
@AdminController('dry-runs')
export class DryRunsController {
  constructor(private readonly desk: DryRunDesk) {}

  @Get(':id')
  @ApiOperation({
    summary: 'How far a dry run is, and what it found.',
    description:
      'Examples are decided again when you ask, so they lack what was erased or emptied since the dry run.',
  })
  @ApiOkResponse({ type: DryRunView })
  @Problems(404)
  async read(@PathId('dry run') id: string): Promise<DryRunView> {
    const run = await this.desk.find(id);
    if (run === undefined) throw notFound('dry run');
    return run;
  }
}
