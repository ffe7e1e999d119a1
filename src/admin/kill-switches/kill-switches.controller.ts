import { Body, Delete, Get, HttpCode, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import { ConnectionRegistry } from '../../connections/connection-registry.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { Audited } from '../http/audit.interceptor.js';
import { notFound, unprocessable } from '../http/problem.js';
import { Actor } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import type { Page } from '../lists/page.js';
import { KillSwitchPage, RuleGroupList, SwitchedOffView, SwitchOff } from './kill-switch.views.js';
import { KillSwitches, scopeText, type KillScope, type KillSwitchRow } from './kill-switches.repository.js';

const SCOPE = {
  name: 'scope',
  description: '`all`, `connection:<id>` or `group:<name>`, URL-encoded.',
  example: 'all',
};

@AdminController('kill-switches')
@Audited({ idParam: 'scope' })
export class KillSwitchesController {
  constructor(
    private readonly switches: KillSwitches,
    private readonly connections: ConnectionRegistry,
  ) {}

  @Get()
  @Needs('viewer')
  @ApiOperation({ summary: 'What is switched off. An empty list: rules answer everywhere.' })
  @ApiOkResponse({ type: KillSwitchPage })
  async list(): Promise<Page<KillSwitchRow>> {
    return { items: await this.switches.all(), nextCursor: null };
  }

  @Get('groups')
  @Needs('viewer')
  @ApiOperation({ summary: 'The groups that rules are in, each of which can be switched off.' })
  @ApiOkResponse({ type: RuleGroupList })
  async groups(): Promise<RuleGroupList> {
    return { items: await this.switches.groups() };
  }

  @Put(':scope')
  @Needs('editor')
  @ApiOperation({
    summary: 'Switches the replies of rules off, at once, and suppresses what is queued.',
    description:
      'Confirmations of STOP, START and HELP still go, and so do messages that people send by hand. A call to a provider that had its permit before is on its way.',
  })
  @ApiParam(SCOPE)
  @ApiOkResponse({ type: SwitchedOffView })
  async switchOff(
    @Param('scope') scope: string,
    @Body() { reason }: SwitchOff,
    @Actor() actor: string,
  ): Promise<SwitchedOffView> {
    const wanted = readScope(scope);
    await this.refuseUnknown(wanted);
    const { row, suppressed } = await this.switches.switchOff(wanted, { reason, actor });
    return { ...row, suppressed };
  }

  @Delete(':scope')
  @Needs('administrator')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Switches on again. What was suppressed stays so; new messages are answered.' })
  @ApiParam(SCOPE)
  @ApiNoContentResponse()
  @Problems(404)
  async switchOn(@Param('scope') scope: string): Promise<void> {
    const wanted = readScope(scope);
    if (!(await this.switches.switchOn(wanted))) {
      throw notFound(`kill switch: ${scopeText(wanted)} is not switched off`);
    }
  }

  /** In a hurry a wrong name looks like a switch that does not work. */
  private async refuseUnknown(scope: KillScope): Promise<void> {
    if (scope.kind === 'connection' && this.connections.get(scope.connectionId) === undefined) {
      throw unprocessable('/scope', 'No enabled connection has this id; GET /api/v1/connections lists them.');
    }
    if (scope.kind !== 'group') return;
    const groups = await this.switches.groups();
    if (groups.includes(scope.group)) return;
    const known = groups.length === 0 ? 'No rule is in a group.' : `There are: ${groups.join(', ')}.`;
    throw unprocessable('/scope', `No rule is in this group. ${known}`);
  }
}

const CONNECTION = /^connection:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const GROUP = /^group:(.{1,64})$/su;

function readScope(text: string): KillScope {
  if (text === 'all') return { kind: 'all' };
  const [, connectionId] = CONNECTION.exec(text) ?? [];
  if (connectionId !== undefined) return { kind: 'connection', connectionId: connectionId.toLowerCase() };
  const [, group] = GROUP.exec(text) ?? [];
  if (group !== undefined) return { kind: 'group', group };
  throw unprocessable('/scope', 'Write all, connection:<id> or group:<name>.');
}
