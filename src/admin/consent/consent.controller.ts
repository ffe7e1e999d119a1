import { Body, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import { ALL_MESSAGES } from '../../contacts/consent-state.js';
import { parseAddress, type Address } from '../../messaging/address.js';
import { storableText } from '../../messaging/untrusted.js';
import { AdminController } from '../http/api-docs.js';
import { Audited } from '../http/audit.interceptor.js';
import { unprocessable } from '../http/problem.js';
import { Actor } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
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
@Needs('viewer')
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
  @Needs('editor')
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
  @Needs('editor')
  @Audited({
    action: 'consent.record',
    subjectKind: 'contacts',
    idIn: 'contactId',
    tells: ['action'],
    keepsReason: false,
  })
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Opts an address out or in on a person’s word: of everything, or of one category of messages.',
    description: 'In force at once: an opt-out cancels what is queued. Answers the new status.',
  })
  @ApiParam(ADDRESS)
  @ApiOkResponse({ type: ConsentView })
  async record(
    @Param('address') text: string,
    @Body() { action, category = ALL_MESSAGES, reason }: ConsentAct,
    @Actor() actor: string,
  ): Promise<ConsentView> {
    const address = readAddress(text);
    const isRecorded = await this.consent.record(address, {
      action: action === 'opt_out' ? 'revoke' : 'grant',
      scope: category,
      reason,
      actor,
    });
    if (!isRecorded) {
      throw unprocessable(
        '/category',
        'There is no such category. GET /api/v1/consent/settings lists them; leave it out for everything.',
      );
    }
    return this.consent.status(address);
  }
}

function readAddress(text: string): Address {
  const address = parseAddress(storableText(text));
  if (address !== undefined) return address;
  throw unprocessable('/address', 'Write a number like %2B2207654321, an e-mail address or a provider’s id.');
}
