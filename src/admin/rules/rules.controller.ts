import { Body, Delete, Get, Headers, HttpCode, HttpStatus, Post, Put, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { asObject, type JsonObject } from '../../messaging/untrusted.js';
import { RuleRepository, type RuleRow } from '../../rulebook/rule.repository.js';
import { parseRuleDefinition } from '../../rules/definition/parse-rule-definition.js';
import type { RuleDefinition } from '../../rules/definition/rule-definition.js';
import { runRuleTests } from '../../rules/rule-tests.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { API_ACTOR } from '../http/bearer.guard.js';
import { PathId } from '../http/path-id.js';
import { conflict, invalid, notFound, ProblemException } from '../http/problem.js';
import type { Page } from '../lists/page.js';
import { readRuleDraft, revisionOfTag } from './rule-draft.js';
import {
  Reordering,
  Rollback,
  RuleDraft,
  RulePage,
  RuleRevisionPage,
  RuleTestPage,
  RuleView,
} from './rule.views.js';

/** A `RuleView`: its definition was checked when it was stored, and is not read again to be shown. */
type RuleJson = JsonObject;

const OUTDATED = 'Somebody has changed this rule since you read it. Read it again, then make your change.';

@AdminController('rules')
export class RulesController {
  constructor(private readonly rules: RuleRepository) {}

  @Get()
  @ApiOperation({ summary: 'All rules, in the order in which they are asked.' })
  @ApiOkResponse({ type: RulePage })
  async list(): Promise<Page<RuleJson>> {
    return { items: (await this.rules.all()).map(viewOf), nextCursor: null };
  }

  @Post()
  @ApiOperation({ summary: 'Makes a rule, at the end of the order.' })
  @ApiBody({ type: RuleDraft })
  @ApiCreatedResponse({ type: RuleView })
  async create(@Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<RuleJson> {
    const { definition, reason } = readDraft(body);
    const id = await this.rules.create(definition, { actor: API_ACTOR, reason });
    return this.answer(id, reply);
  }

  @Post('reorder')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Sets the whole order.' })
  @ApiOkResponse({ type: RulePage })
  @Problems(409)
  async reorder(@Body() { ids }: Reordering): Promise<Page<RuleJson>> {
    if (await this.rules.reorder(ids)) return this.list();
    throw conflict('These are not exactly the rules there are. Read the list again, then order it.');
  }

  @Get(':id')
  @ApiOperation({ summary: 'One rule. Its ETag is its revision.' })
  @ApiOkResponse({ type: RuleView })
  @Problems(404)
  async read(@PathId('rule') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<RuleJson> {
    return this.answer(id, reply);
  }

  @Put(':id')
  @ApiOperation({
    summary: 'Changes a rule: makes a new revision of it.',
    description:
      'With `revision` in the body, or If-Match, a change that somebody else made meanwhile is not lost.',
  })
  @ApiBody({ type: RuleDraft })
  @ApiHeader({ name: 'If-Match', required: false, description: 'The ETag that was read.' })
  @ApiOkResponse({ type: RuleView })
  @Problems(404, 409, 412)
  async replace(
    @PathId('rule') id: string,
    @Body() body: unknown,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleJson> {
    const { definition, reason, revision } = readDraft(body);
    const tagged = revisionOfTag(ifMatch);
    if (tagged === null)
      throw new ProblemException(HttpStatus.PRECONDITION_FAILED, 'If-Match names no revision.');
    const outcome = await this.rules.revise(id, definition, { actor: API_ACTOR, reason }, tagged ?? revision);
    if (outcome === 'conflict' && tagged !== undefined) {
      throw new ProblemException(HttpStatus.PRECONDITION_FAILED, OUTDATED);
    }
    return this.answerRevised(id, outcome, reply);
  }

  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Takes a rule out. Its revisions stay, because decisions refer to them.' })
  @ApiNoContentResponse()
  @Problems(404)
  async remove(@PathId('rule') id: string): Promise<void> {
    if (!(await this.rules.remove(id))) throw notFound('rule');
  }

  @Get(':id/revisions')
  @ApiOperation({ summary: 'Every revision of a rule, the newest first.' })
  @ApiOkResponse({ type: RuleRevisionPage })
  @Problems(404)
  async revisions(@PathId('rule') id: string): Promise<RuleRevisionPage> {
    const revisions = await this.rules.revisions(id);
    if (revisions.length === 0) throw notFound('rule');
    const items = revisions.map(({ number, ruleId: _rule, ...rest }) => ({ ...rest, revision: number }));
    return { items, nextCursor: null };
  }

  @Get(':id/tests')
  @ApiOperation({
    summary: 'Runs the examples that a rule carries, through the same `decide` as real traffic.',
  })
  @ApiOkResponse({ type: RuleTestPage })
  @Problems(404)
  async test(@PathId('rule') id: string): Promise<RuleTestPage> {
    const rule = await this.stored(id);
    return { items: runRuleTests(readStored(rule.definition)), nextCursor: null };
  }

  @Post(':id/rollback')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Goes back to an earlier revision, by making a new one that equals it.' })
  @ApiOkResponse({ type: RuleView })
  @Problems(404)
  async rollback(
    @PathId('rule') id: string,
    @Body() { revision, reason }: Rollback,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleJson> {
    const earlier = await this.rules.revision(id, revision);
    if (earlier === null) throw notFound('revision of this rule');
    const why = `Back to revision ${revision}${reason === undefined ? '.' : `: ${reason}`}`;
    const change = { actor: API_ACTOR, reason: why };
    const outcome = await this.rules.revise(id, readStored(earlier.definition), change, undefined);
    return this.answerRevised(id, outcome, reply);
  }

  private async answerRevised(
    id: string,
    outcome: Awaited<ReturnType<RuleRepository['revise']>>,
    reply: FastifyReply,
  ): Promise<RuleJson> {
    switch (outcome) {
      case 'revised':
        return this.answer(id, reply);
      case 'gone':
        throw notFound('rule');
      case 'conflict':
        throw conflict(OUTDATED);
      default: {
        const never: never = outcome;
        return never;
      }
    }
  }

  private async answer(id: string, reply: FastifyReply): Promise<RuleJson> {
    const rule = await this.stored(id);
    void reply.header('etag', `"${rule.number}"`);
    return viewOf(rule);
  }

  private async stored(id: string): Promise<RuleRow> {
    const rule = await this.rules.find(id);
    if (rule === undefined) throw notFound('rule');
    return rule;
  }
}

function readDraft(body: unknown) {
  const reading = readRuleDraft(body);
  if (!reading.ok) throw invalid(reading.problems);
  return reading;
}

/** A stored definition was checked when it was stored, though perhaps by another version. */
function readStored(json: unknown): RuleDefinition {
  const reading = parseRuleDefinition(json);
  if (reading.ok) return reading.definition;
  throw invalid(reading.problems.map(({ pointer, message }) => ({ pointer, detail: message })));
}

/** The stored definition as it is, with what stands beside it. */
function viewOf({ definition, number, id, position, revisionId, createdAt, updatedAt }: RuleRow): RuleJson {
  return { ...asObject(definition), id, position, revision: number, revisionId, createdAt, updatedAt };
}
