import { Body, Get, HttpCode, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { DryRunBusy, DryRunner } from '../../dry-run/dry-runner.js';
import { RuleRepository } from '../../rulebook/rule.repository.js';
import type { RuleDefinition } from '../../rules/definition/rule-definition.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { Unaudited } from '../http/audit.interceptor.js';
import { invalid, later, notFound, unprocessable } from '../http/problem.js';
import { Actor } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import { orRefusal } from '../revisions/expected-revision.js';
import { readRuleDraft } from '../rules/rule-draft.js';
import { DryRunDesk } from './dry-run-desk.repository.js';
import { ListQuery } from '../lists/list-query.js';
import type { Page } from '../lists/page.js';
import { DryRunDraft, DryRunPage, DryRunView, type ListedDryRunView } from './dry-run.views.js';

const RETRY_AFTER_SECONDS = 5;

@Needs('editor')
@AdminController('rules')
export class DryRunController {
  constructor(
    private readonly runner: DryRunner,
    private readonly rules: RuleRepository,
    private readonly desk: DryRunDesk,
  ) {}

  @Get('dry-runs')
  @Needs('viewer')
  @ApiOperation({ summary: 'Dry runs, the newest first. They are kept for 400 days.' })
  @ApiOkResponse({ type: DryRunPage })
  async list(@Query() query: ListQuery): Promise<Page<ListedDryRunView>> {
    return this.desk.list(query);
  }

  @Post('dry-run')
  @Unaudited('it changes nothing')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({
    summary: 'Tries a rule on the events of the past, against the live rules. Nothing is sent.',
    description:
      'Begins at once and goes on by itself: ask `GET /api/v1/dry-runs/:id` how far it is. One at a time in each process; 429 while another is at work.',
  })
  @ApiBody({ type: DryRunDraft })
  @ApiAcceptedResponse({ type: DryRunView })
  @Problems(404, 429)
  async start(@Body() draft: DryRunDraft, @Actor() actor: string): Promise<DryRunView> {
    const { ruleId, position, days, limit } = draft;
    const definition = await this.definitionOf(draft);
    const id = await this.begin({ ruleId, definition, position, days, limit, actor });
    const run = await this.desk.find(id);
    if (run === undefined) throw notFound('dry run');
    return run;
  }

  private async begin(request: Parameters<DryRunner['start']>[0]): Promise<string> {
    try {
      return await orRefusal(this.runner.start(request));
    } catch (error) {
      if (!(error instanceof DryRunBusy)) throw error;
      const detail = `Another dry run is at work (GET /api/v1/dry-runs/${error.dryRunId}). Wait for it, then ask again.`;
      throw later(HttpStatus.TOO_MANY_REQUESTS, detail, RETRY_AFTER_SECONDS);
    }
  }

  private async definitionOf({ definition, ruleId }: DryRunDraft): Promise<RuleDefinition> {
    const stored = ruleId === undefined ? undefined : await this.rules.find(ruleId);
    if (ruleId !== undefined && stored === undefined) throw notFound('rule');
    if (definition === undefined && stored === undefined) {
      throw unprocessable('/definition', 'Give the rule that shall be tried, or the id of a stored one.');
    }
    const reading = readRuleDraft(definition ?? stored?.definition);
    if (reading.ok) return reading.definition;
    throw invalid(
      reading.problems.map(({ pointer, detail }) => ({ pointer: `/definition${pointer}`, detail })),
    );
  }
}
