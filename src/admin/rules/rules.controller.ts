import {
  Body,
  Delete,
  Get,
  Headers,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { JsonObject } from '../../messaging/untrusted.js';
import { LiveRules } from '../../rulebook/live-rules.js';
import { ArmingGate } from '../../dry-run/arming-gate.js';
import { LiveConsentSettings } from '../../consent/settings/live-consent-settings.js';
import { Database } from '../../platform/database/database.js';
import { Clock } from '../../platform/clock/clock.js';
import { RuleRepository, type RuleRow } from '../../rulebook/rule.repository.js';
import { parseRuleDefinition } from '../../rules/definition/parse-rule-definition.js';
import type { RuleDefinition } from '../../rules/definition/rule-definition.js';
import { ruleSchema } from '../../rules/definition/rule-schema.js';
import { runRuleTests } from '../../rules/rule-tests.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { PathId } from '../http/path-id.js';
import { invalid, notFound, unprocessable } from '../http/problem.js';
import { Actor } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import { expectedRevision, orRefusal } from '../revisions/expected-revision.js';
import { jsonDifferences } from '../revisions/json-difference.js';
import {
  DeletionQuery,
  DifferencePage,
  RevisionPage,
  revisionView,
  Rollback,
  rollbackReason,
} from '../revisions/revision.views.js';
import { orArmingConflict } from './arming-conflict.js';
import { readRuleDraft } from './rule-draft.js';
import { ShownRules, type RuleJson } from './shown-rules.repository.js';
import { Reordering, RuleDraft, RulePage, RuleTestPage, RuleView } from './rule.views.js';

const ARMING_HEADER = {
  'x-heed-arming': {
    description: 'Why it needs no dry run to go live, or that it had one.',
    schema: { type: 'string' as const },
  },
};

type RuleList = { readonly items: readonly RuleJson[]; readonly nextCursor: null; readonly version: number };

@Needs('viewer')
@AdminController('rules')
export class RulesController {
  constructor(
    private readonly rules: RuleRepository,
    private readonly liveRules: LiveRules,
    private readonly gate: ArmingGate,
    private readonly shown: ShownRules,
    private readonly clock: Clock,
    private readonly settings: LiveConsentSettings,
    private readonly database: Database,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'All rules, in the order in which they are asked. The ETag is the rulebook’s version.',
  })
  @ApiOkResponse({ type: RulePage })
  async list(@Res({ passthrough: true }) reply: FastifyReply): Promise<RuleList> {
    // The version first: a change in between makes a later reordering look out of date, never up to date.
    const version = Number(await this.rules.version());
    const items = await this.shown.of(await this.rules.all());
    void reply.header('etag', `"${version}"`);
    return { items, nextCursor: null, version };
  }

  @Post()
  @Needs('editor')
  @ApiOperation({ summary: 'Makes a rule, at the end of the order.' })
  @ApiBody({ type: RuleDraft })
  @ApiCreatedResponse({ type: RuleView, headers: ARMING_HEADER })
  @Problems(409)
  async create(
    @Body() body: unknown,
    @Actor() actor: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleJson> {
    const { definition, reason, key, dryRunId } = readDraft(body);
    const { forecast, why } = orArmingConflict(await this.gate.judge({ definition, dryRunId }));
    const change = { actor, reason, ...(forecast !== undefined && { forecast }) };
    const id = await orRefusal(this.rules.create(definition, change, key));
    void reply.header('x-heed-arming', why);
    return this.answer(id, reply);
  }

  @Post('reorder')
  @Needs('editor')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Sets the whole order.',
    description:
      'With `version` in the body, or If-Match, an order that somebody else set meanwhile is not lost.',
  })
  @ApiHeader({ name: 'If-Match', required: false, description: 'The ETag of the list that was read.' })
  @ApiOkResponse({ type: RulePage })
  @Problems(409, 412)
  async reorder(
    @Body() { ids, version }: Reordering,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleList> {
    const expected = expectedRevision(ifMatch, version);
    const known = expected.number === undefined ? undefined : BigInt(expected.number);
    await orRefusal(this.rules.reorder(ids, known), expected);
    return this.list(reply);
  }

  @Get('schema')
  @ApiOperation({ summary: 'The JSON Schema of a rule, for editors and tools; also docs/rule.schema.json.' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  schema(): JsonObject {
    return ruleSchema();
  }

  @Get(':id')
  @ApiOperation({ summary: 'One rule. Its ETag is its revision.' })
  @ApiOkResponse({ type: RuleView })
  @Problems(404)
  async read(@PathId('rule') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<RuleJson> {
    return this.answer(id, reply);
  }

  @Put(':id')
  @Needs('editor')
  @ApiOperation({
    summary: 'Changes a rule: makes a new revision of it.',
    description:
      'With `revision` in the body, or If-Match, a change that somebody else made meanwhile is not lost: 409 or 412. Without either only your own last change is replaced: 428 says so when it is somebody else’s. If-Match: * replaces whatever is there.',
  })
  @ApiBody({ type: RuleDraft })
  @ApiHeader({ name: 'If-Match', required: false, description: 'The ETag that was read.' })
  @ApiOkResponse({ type: RuleView, headers: ARMING_HEADER })
  @Problems(404, 409, 412, 428)
  async replace(
    @PathId('rule') id: string,
    @Body() body: unknown,
    @Headers('if-match') ifMatch: string | undefined,
    @Actor() actor: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleJson> {
    const { definition, reason, revision, key, dryRunId } = readDraft(body);
    const expected = expectedRevision(ifMatch, revision);
    const current = await this.stored(id);
    if (key !== undefined && key !== current.key) {
      throw unprocessable(
        '/key',
        'A rule keeps the key it was made with. Make another rule, or leave this out.',
      );
    }
    const stored = { ruleId: id, definition: readStored(current.definition) };
    const { forecast, why } = orArmingConflict(await this.gate.judge({ definition, stored, dryRunId }));
    const change = { actor, reason, ...(forecast !== undefined && { forecast }) };
    await orRefusal(this.rules.revise(id, definition, change, expected.madeFrom), expected);
    void reply.header('x-heed-arming', why);
    return this.answer(id, reply);
  }

  @Delete(':id')
  @Needs('editor')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Takes a rule out. Its revisions stay, because decisions refer to them.' })
  @ApiHeader({ name: 'If-Match', required: false, description: 'The ETag that was read.' })
  @ApiNoContentResponse()
  @Problems(404, 409, 412)
  async remove(
    @PathId('rule') id: string,
    @Query() { revision }: DeletionQuery,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    const expected = expectedRevision(ifMatch, revision);
    await orRefusal(this.rules.remove(id, expected.number), expected);
  }

  @Get(':id/revisions')
  @ApiOperation({ summary: 'Every revision of a rule, the newest first.' })
  @ApiOkResponse({ type: RevisionPage })
  @Problems(404)
  async revisions(@PathId('rule') id: string): Promise<RevisionPage> {
    const revisions = await this.rules.revisions(id);
    if (revisions.length === 0) throw notFound('rule');
    return { items: revisions.map(revisionView), nextCursor: null };
  }

  @Get(':id/revisions/:before/diff/:after')
  @ApiOperation({ summary: 'What is different between two revisions of a rule, place by place.' })
  @ApiOkResponse({ type: DifferencePage })
  @Problems(404)
  async difference(
    @PathId('rule') id: string,
    @Param('before') before: string,
    @Param('after') after: string,
  ): Promise<DifferencePage> {
    const [one, other] = [await this.revision(id, before), await this.revision(id, after)];
    return { items: jsonDifferences(one.definition, other.definition), nextCursor: null };
  }

  @Get(':id/tests')
  @ApiOperation({
    summary: 'Runs the examples that a rule carries, through the same `decide` as real traffic.',
  })
  @ApiOkResponse({ type: RuleTestPage })
  @Problems(404)
  async test(@PathId('rule') id: string): Promise<RuleTestPage> {
    const rule = await this.stored(id);
    const { library } = await this.liveRules.at(await this.rules.version());
    const { vocabulary } = await this.settings.now(this.database);
    const items = runRuleTests(readStored(rule.definition), { library, vocabulary });
    return { items, nextCursor: null };
  }

  @Post(':id/rollback')
  @Needs('editor')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Goes back to an earlier revision, by making a new one that equals it. Needs no dry run.',
  })
  @ApiHeader({ name: 'If-Match', required: false, description: 'The ETag that was read.' })
  @ApiOkResponse({ type: RuleView })
  @Problems(404, 409, 412)
  async rollback(
    @PathId('rule') id: string,
    @Body() request: Rollback,
    @Headers('if-match') ifMatch: string | undefined,
    @Actor() actor: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleJson> {
    const expected = expectedRevision(ifMatch, request.current);
    const earlier = await this.revision(id, String(request.revision));
    const forecast = { dryRunId: earlier.dryRunId ?? undefined };
    const change = { actor, reason: rollbackReason(request), forecast };
    await orRefusal(this.rules.revise(id, readStored(earlier.definition), change, expected.number), expected);
    return this.answer(id, reply);
  }

  @Post(':id/resume')
  @Needs('editor')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary:
      'Lets a rule go on that was held back, because it fired far more often than its dry run foretold.',
    description:
      'From now on its firings are counted anew. Nothing changes for a rule that is not held back.',
  })
  @ApiOkResponse({ type: RuleView })
  @Problems(404)
  async resume(
    @PathId('rule') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleJson> {
    await orRefusal(this.rules.resume(id, this.clock.now()));
    return this.answer(id, reply);
  }

  private async answer(id: string, reply: FastifyReply): Promise<RuleJson> {
    const rule = await this.stored(id);
    void reply.header('etag', `"${rule.number}"`);
    const [shown] = await this.shown.of([rule]);
    if (shown === undefined) throw notFound('rule');
    return shown;
  }

  private async stored(id: string): Promise<RuleRow> {
    const rule = await this.rules.find(id);
    if (rule === undefined) throw notFound('rule');
    return rule;
  }

  /** A revision, by its number as a path has it. */
  private async revision(id: string, number: string) {
    const revision = /^\d{1,9}$/.test(number) ? await this.rules.revision(id, Number(number)) : null;
    if (revision === null) throw notFound('revision of this rule');
    return revision;
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
