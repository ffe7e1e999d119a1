import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController } from '../http/api-docs.js';
import { Needs } from '../http/required-role.js';
import { LedgerPage } from './consent.views.js';
import { LedgerEntries } from './ledger-entries.repository.js';
import { LedgerQuery, LedgerStandingView } from './ledger-entries.views.js';

/** The ledger for those who look through it. */
@AdminController('consent')
@Needs('viewer')
export class LedgerEntriesController {
  constructor(private readonly entries: LedgerEntries) {}

  @Get('entries')
  @ApiOperation({ summary: 'The entries of the consent ledger with their hashes, the newest first.' })
  @ApiOkResponse({ type: LedgerPage })
  async list(@Query() query: LedgerQuery): Promise<LedgerPage> {
    return this.entries.list(query);
  }

  @Get('standing')
  @ApiOperation({
    summary: 'How the ledger stands: its length, its last verification and the newest signed checkpoints.',
  })
  @ApiOkResponse({ type: LedgerStandingView })
  async standing(): Promise<LedgerStandingView> {
    return this.entries.standing();
  }
}
