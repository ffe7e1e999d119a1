import { Body, Get, HttpCode, HttpStatus, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { threadChannel } from '../../messaging/channel.js';
import type { JsonObject } from '../../messaging/untrusted.js';
import { brandOf } from '../../outbox/brand.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { RUNTIME } from '../../platform/platform.module.js';
import type { Runtime } from '../../platform/runtime.js';
import { LibraryRepository } from '../../rulebook/library.repository.js';
import { LiveRules } from '../../rulebook/live-rules.js';
import { compileFlow } from '../../rules/flows/compiled-flow.js';
import { flowSchema } from '../../rules/flows/flow-schema.js';
import { tryFlow } from '../../rules/flows/flow-trial.js';
import { flowWarnings, parseFlowDefinition } from '../../rules/flows/parse-flow.js';
import { measureText } from '../../rules/replies/segments.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { Unaudited } from '../http/audit.interceptor.js';
import { PathId } from '../http/path-id.js';
import { invalid, notFound } from '../http/problem.js';
import { Needs } from '../http/required-role.js';
import { FlowDraftTrialRequest, FlowTrialRequest, FlowTrialView } from './flow-trial.views.js';

@Needs('viewer')
@AdminController('flows')
export class FlowTrialController {
  constructor(
    private readonly database: Database,
    private readonly library: LibraryRepository,
    private readonly liveRules: LiveRules,
    private readonly clock: Clock,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get('schema')
  @ApiOperation({ summary: 'The JSON Schema of a flow, for editors and other tools.' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  schema(): JsonObject {
    return flowSchema();
  }

  @Post(':id/try')
  @Unaudited('it changes nothing')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary:
      'Plays a conversation with a new customer through a flow. Nothing is stored and nothing is sent.',
    description:
      'The first turn begins the flow; then one for each text, a minute apart, through the same `decide` as real traffic.',
  })
  @ApiOkResponse({ type: FlowTrialView })
  @Problems(404)
  async try(@PathId('flow') id: string, @Body() request: FlowTrialRequest): Promise<FlowTrialView> {
    const stored = await this.library.find('flow', id);
    if (stored === undefined) throw notFound('flow');
    return this.play(stored.definition, request, { revisionId: stored.revisionId, pointer: '' });
  }

  @Post('try')
  @Unaudited('it changes nothing')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary:
      'Plays a conversation through a flow that nobody has saved. Nothing is stored and nothing is sent.',
    description: 'What is wrong with the flow is told by its place, as when it is saved.',
  })
  @ApiOkResponse({ type: FlowTrialView })
  async tryDraft(@Body() request: FlowDraftTrialRequest): Promise<FlowTrialView> {
    return this.play(request.definition, request, { revisionId: 'draft', pointer: '/definition' });
  }

  /** `pointer` is where the request has the flow, for what is wrong with it. */
  private async play(
    json: unknown,
    { texts, channel = 'sms', at }: FlowTrialRequest,
    { revisionId, pointer: start }: { readonly revisionId: string; readonly pointer: string },
  ): Promise<FlowTrialView> {
    const reading = parseFlowDefinition(json);
    if (!reading.ok)
      throw invalid(
        reading.problems.map(({ pointer, message }) => ({ pointer: start + pointer, detail: message })),
      );
    const { library } = await this.liveRules.now(this.database);
    const turns = tryFlow(compileFlow(revisionId, reading.definition, library.schedules), library, {
      texts,
      channel,
      at: at === undefined ? this.clock.now() : new Date(at),
      brand: brandOf(this.runtime.config),
    });
    return {
      turns: turns.map(({ text, decision, run }) => {
        const { verdict, sentence, replies, effects, stages } = decision;
        return {
          text,
          decision: {
            verdict,
            sentence,
            replies: replies.map((reply) => ({
              text: reply.text,
              channel: threadChannel(channel),
              ...measureText(reply.text),
            })),
            effects,
            stages,
          },
          step: run?.step ?? null,
          variables: run?.variables ?? {},
        };
      }),
      warnings: flowWarnings(reading.definition).map(({ pointer, message }) => ({
        pointer,
        detail: message,
      })),
    };
  }
}
