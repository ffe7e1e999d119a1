import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { openHolds, type OpenHold } from '../../contacts/holds.repository.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AdminController, Field, NullableField, PageOf } from '../http/api-docs.js';
import { Needs } from '../http/required-role.js';
import { ListQuery, positionOf } from '../lists/list-query.js';
import { pageOf, type Page } from '../lists/page.js';

/** An unclear stop that waits to be settled: by the customer's next word, by a person, or by time. */
export class HoldView implements OpenHold {
  @Field('uuid', 'The contact whose automatic messages stay back.')
  readonly contactId: string;

  @Field('uuid', 'The ledger entry that made the hold.')
  readonly entryId: string;

  @Field('text', 'The address it came from; settle it with POST /api/v1/consent/:address.')
  readonly address: string;

  @NullableField('text', 'The channel it came by.')
  readonly channel: string | null;

  @NullableField('text', 'What was said, verbatim.')
  readonly text: string | null;

  @Field('instant', 'Since when.')
  readonly heldAt: Date;

  @NullableField('uuid', 'The connection it came through.')
  readonly connectionId: string | null;
}

export class HoldPage extends PageOf(HoldView) {}

@AdminController('consent/holds')
@Needs('viewer')
export class HoldsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The review queue: unclear stops that nobody has settled yet, the oldest first.' })
  @ApiOkResponse({ type: HoldPage })
  async list(@Query() query: ListQuery): Promise<Page<OpenHold>> {
    const rows = await openHolds(this.database, this.clock.now(), query.limit + 1, positionOf(query));
    return pageOf(rows, query.limit, ({ heldAt, entryId }) => ({ at: heldAt, id: entryId }));
  }
}
