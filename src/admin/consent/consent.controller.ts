import { Body, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import { parseAddress, type Address } from '../../messaging/address.js';
import { storableText } from '../../messaging/untrusted.js';
import { AdminController } from '../http/api-docs.js';
import { unprocessable } from '../http/problem.js';
import { ListQuery } from '../lists/list-query.js';
import { ConsentDesk } from './consent.repository.js';
import { ConsentAct, ConsentView, LedgerPage } from './consent.views.js';
import { Dossiers } from './dossier.repository.js';
import { DossierView } from './dossier.views.js';

const ADDRESS = {
  name: 'address',
  type: String,
  description: 'URL-encoded: %2B2207654321, an e-mail address, or the provider’s id.',
};

@AdminController('consent')
export class ConsentController {
  constructor(
    private readonly consent: ConsentDesk,
    private readonly dossiers: Dossiers,
  ) {}

  @Get(':address')
  @ApiOperation({
    summary: 'Whether anything may be sent to an address.',
    description: 'An address that nobody wrote from is subscribed, and isKnown says that it is on no record.',
  })
  @ApiParam(ADDRESS)
  @ApiOkResponse({ type: ConsentView })
  async status(@Param('address') address: string): Promise<ConsentView> {
    return this.consent.status(readAddress(address));
  }

  @Get(':address/ledger')
  @ApiOperation({
    summary: 'Everything that was said and done about an address’s consent, the newest first.',
  })
  @ApiParam(ADDRESS)
  @ApiOkResponse({ type: LedgerPage })
  async ledger(@Param('address') address: string, @Query() query: ListQuery): Promise<LedgerPage> {
    return this.consent.ledger(readAddress(address), query);
  }

  @Get(':address/dossier')
  @ApiOperation({
    summary: 'Everything about one contact’s consent, as evidence.',
    description:
      'The ledger entries with their hashes, and every message to the contact with the entry that it rested on. The cursor pages through the messages.',
  })
  @ApiParam(ADDRESS)
  @ApiOkResponse({ type: DossierView })
  async dossier(@Param('address') address: string, @Query() query: ListQuery): Promise<DossierView> {
    return this.dossiers.of(readAddress(address), query);
  }

  @Post(':address')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Opts an address out or in on a person’s word.',
    description: 'In force at once: an opt-out cancels what is queued. Answers the new status.',
  })
  @ApiParam(ADDRESS)
  @ApiOkResponse({ type: ConsentView })
  async record(@Param('address') text: string, @Body() act: ConsentAct): Promise<ConsentView> {
    const address = readAddress(text);
    await this.consent.record(address, act.action === 'opt_out' ? 'revoke' : 'grant', act.reason);
    return this.consent.status(address);
  }
}

function readAddress(text: string): Address {
  const address = parseAddress(storableText(text));
  if (address !== undefined) return address;
  throw unprocessable('/address', 'Write a number like %2B2207654321, an e-mail address or a provider’s id.');
}
