import { Body, Get, Header, HttpCode, HttpStatus, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { FastifyReply } from 'fastify';
import type { JsonObject } from '../../messaging/untrusted.js';
import { BUNDLE_LIMIT_BYTES, type BundleJson } from '../../rules-as-code/bundle.js';
import { SCHEMA_COMMENT } from '../../rules-as-code/bundle-files.js';
import { ruleFileSchema } from '../../rules-as-code/file-schema.js';
import { parseBundle } from '../../rules-as-code/parse-bundle.js';
import { writeYaml } from '../../rules-as-code/yaml-file.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { Unaudited } from '../http/audit.interceptor.js';
import { BodyLimit } from '../http/body-limit.js';
import { MayBeAbsent } from '../http/may-be-absent.js';
import { invalid, ProblemException } from '../http/problem.js';
import { Actor } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import { PlanArming, type Forecasts } from './plan-arming.js';
import { PlanEffects } from './plan-effect.repository.js';
import { planView } from './plan-view.js';
import { ApplyRequest, dryRunIds, PlanRequest, PlanView } from './plan.views.js';
import { RulesAsCode, type Prepared } from './rules-as-code.repository.js';

class ExportQuery {
  @ApiProperty({ enum: ['json', 'yaml'], default: 'json', required: false })
  @MayBeAbsent()
  @IsIn(['json', 'yaml'])
  readonly format?: string;
}

/** The rulebook as files. */
@Needs('viewer')
@AdminController('rules')
export class RulesAsCodeController {
  constructor(
    private readonly rulesAsCode: RulesAsCode,
    private readonly effects: PlanEffects,
    private readonly arming: PlanArming,
  ) {}

  @Get('export')
  @ApiOperation({
    summary: 'The whole rulebook as a bundle: rules in their order, schedules, templates and flows.',
    description: 'With format=yaml as one YAML file. Applying it to the same Heed changes nothing.',
  })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async export(
    @Query() { format }: ExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BundleJson | string> {
    const bundle = await this.rulesAsCode.export();
    if (format !== 'yaml') return bundle;
    void reply.header('content-type', 'application/yaml; charset=utf-8');
    return writeYaml(SCHEMA_COMMENT, bundle);
  }

  @Get('file-schema')
  @Header('content-type', 'application/schema+json; charset=utf-8')
  @ApiOperation({
    summary: 'The JSON Schema of a file of rules, for editors; also docs/rules-file.schema.json.',
  })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  schema(): JsonObject {
    return ruleFileSchema();
  }

  @Post('plan')
  @BodyLimit(BUNDLE_LIMIT_BYTES)
  @Needs('editor')
  @HttpCode(HttpStatus.OK)
  @Unaudited('it changes nothing')
  @ApiOperation({
    summary: 'What applying a bundle would do, and what it would have done with the latest real events.',
  })
  @ApiOkResponse({ type: PlanView })
  async plan(@Body() { bundle, prune = false }: PlanRequest): Promise<PlanView> {
    const prepared = await this.rulesAsCode.plan({ reading: parseBundle(bundle), prune });
    const view = planView(prepared);
    if (prepared.problems.length > 0) return view;
    const { unarmed } = await this.arming.judge(prepared.plan.steps);
    const dryRunsNeeded = unarmed.map(({ key, why }) => ({ key, detail: why }));
    return { ...view, dryRunsNeeded, effect: await this.effects.of(prepared.state, prepared.plan) };
  }

  @Post('apply')
  @BodyLimit(BUNDLE_LIMIT_BYTES)
  @Needs('editor')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Makes the rulebook what a bundle says: everything in one transaction, or nothing.',
    description:
      'Ask for a plan first and give its `version`. What is unchanged gets no new revision. What others did on the server since is not undone without `force`.',
  })
  @ApiOkResponse({ type: PlanView })
  @Problems(409)
  async apply(@Body() request: ApplyRequest, @Actor() actor: string): Promise<PlanView> {
    const { bundle, prune = false, expectedVersion, reason, force = false } = request;
    const change = { actor, reason };
    const wish = { reading: parseBundle(bundle), prune };
    const planned = await this.rulesAsCode.plan(wish);
    const forecasts = await this.forecastsFor(planned, request);
    const applied = await this.rulesAsCode.apply({
      ...wish,
      planned,
      expectedVersion,
      force,
      change,
      forecasts,
    });
    const { outcome, prepared } = applied;
    switch (outcome) {
      case 'applied':
        return planView(prepared, applied.tag);
      case 'problems':
        throw invalid(
          prepared.problems.map(({ pointer, message }) => ({
            pointer: `/bundle${pointer}`,
            detail: message,
          })),
        );
      case 'outdated':
        throw new ProblemException(
          HttpStatus.CONFLICT,
          'The rulebook has changed since this plan was made. Ask for a plan again, look at it, then apply that.',
        );
      case 'drift': {
        const sentences = planView(prepared).drift.map(({ sentence }) => ({ pointer: '', detail: sentence }));
        throw new ProblemException(
          HttpStatus.CONFLICT,
          'Others have changed on the server what these files would undo. Export again and take their changes over, or apply with force.',
          sentences,
        );
      }
      default: {
        const never: never = outcome;
        return never;
      }
    }
  }

  /** For the state that the caller saw; on any other one nothing is applied. */
  private async forecastsFor(
    { state, plan, problems }: Prepared,
    { expectedVersion, dryRuns }: ApplyRequest,
  ): Promise<Forecasts> {
    if (problems.length > 0 || state.tag !== expectedVersion) return new Map();
    const { forecasts, unarmed } = await this.arming.judge(plan.steps, dryRunIds(dryRuns));
    if (unarmed.length === 0) return forecasts;
    throw new ProblemException(
      HttpStatus.CONFLICT,
      'Some rules have to be tried on the past before they go live.',
      unarmed.map(({ pointer, why }) => ({ pointer: `/bundle${pointer}`, detail: why })),
    );
  }
}
