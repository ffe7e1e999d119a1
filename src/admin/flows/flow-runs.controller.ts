import { Get, HttpCode, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, Problems } from '../http/api-docs.js';
import { PathId } from '../http/path-id.js';
import { conflict, notFound } from '../http/problem.js';
import { Actor } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import type { Page } from '../lists/page.js';
import { FlowRunPage, FlowRunQuery, FlowRunView } from './flow-run.views.js';
import { FlowRuns } from './flow-runs.repository.js';

@Needs('viewer')
@AdminController('flow-runs')
export class FlowRunsController {
  constructor(private readonly runs: FlowRuns) {}

  @Get()
  @ApiOperation({ summary: 'Flows as they go on in conversations, the latest begun first.' })
  @ApiOkResponse({ type: FlowRunPage })
  async list(@Query() query: FlowRunQuery): Promise<Page<FlowRunView>> {
    return this.runs.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One run of a flow.' })
  @ApiOkResponse({ type: FlowRunView })
  @Problems(404)
  async read(@PathId('flow run') id: string): Promise<FlowRunView> {
    return this.stored(id);
  }

  @Post(':id/cancel')
  @Needs('editor')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Ends a flow that waits: what the customer writes next is for the rules.' })
  @ApiOkResponse({ type: FlowRunView })
  @Problems(404, 409)
  async cancel(@PathId('flow run') id: string, @Actor() actor: string): Promise<FlowRunView> {
    const isCancelled = await this.runs.cancel(id, `Cancelled by ${actor}.`);
    const run = await this.stored(id);
    if (!isCancelled) throw conflict(`Only a flow that waits can be cancelled; this one is ${run.status}.`);
    return run;
  }

  private async stored(id: string): Promise<FlowRunView> {
    const run = await this.runs.find(id);
    if (run === undefined) throw notFound('flow run');
    return run;
  }
}
