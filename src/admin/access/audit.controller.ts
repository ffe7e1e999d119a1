import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AuditTrail } from '../../access/audit.repository.js';
import { AdminController } from '../http/api-docs.js';
import { Needs } from '../http/required-role.js';
import { positionOf } from '../lists/list-query.js';
import { pageOf } from '../lists/page.js';
import { AuditPage, AuditQuery } from './audit.views.js';

@AdminController('audit')
@Needs('administrator')
export class AuditController {
  constructor(private readonly trail: AuditTrail) {}

  @Get()
  @ApiOperation({
    summary: 'Who changed what, the newest first. Entries are never changed and never deleted.',
  })
  @ApiOkResponse({ type: AuditPage })
  async list(@Query() query: AuditQuery): Promise<AuditPage> {
    const { actor, action, subjectKind, subjectId, limit } = query;
    const [since, until] = [query.since, query.until].map((at) =>
      at === undefined ? undefined : new Date(at),
    );
    const filter = { actor, action, subjectKind, subjectId, since, until };
    return pageOf(await this.trail.list(filter, limit + 1, positionOf(query)), limit, (entry) => entry);
  }
}
