import { Body, Delete, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import { parseAddress, type Address } from '../../messaging/address.js';
import { storableText } from '../../messaging/untrusted.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { Audited } from '../http/audit.interceptor.js';
import { PathId } from '../http/path-id.js';
import { conflict, notFound, unprocessable } from '../http/problem.js';
import { Actor } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import { ContactDetailView } from './contact.views.js';
import { ContactDesk } from './contact-desk.js';
import { Linking, type LinkResult } from './linking.repository.js';
import { LinkRequest, UnlinkQuery } from './linking.views.js';

/** Which addresses are one person. */
@AdminController('contacts')
@Needs('editor')
export class LinkingController {
  constructor(
    private readonly linking: Linking,
    private readonly contacts: ContactDesk,
  ) {}

  @Post(':id/addresses')
  @Audited({ action: 'contacts.link', keepsReason: false })
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Links an address to a contact: it is the same person.',
    description:
      'Whoever has the address is joined into this contact, with conversations and messages; the stricter consent of the two counts from now on, for every address. STOP by one of them stops all.',
  })
  @ApiOkResponse({ type: ContactDetailView })
  @Problems(404, 409)
  async link(
    @PathId('contact') id: string,
    @Body() request: LinkRequest,
    @Actor() actor: string,
  ): Promise<ContactDetailView> {
    const address = readAddress(request.address, '/address');
    const act = { actor, reason: request.reason };
    return this.contacts.read(contactOf(await this.linking.link(id, address, act)));
  }

  @Delete(':id/addresses/:address')
  @Audited({ action: 'contacts.unlink', keepsReason: false })
  @ApiOperation({
    summary: 'Unlinks an address: it is another person, and becomes a contact of its own.',
    description:
      'Its conversations go with it. The consent stays with both: whoever was opted out while they were one stays so. Answers the new contact.',
  })
  @ApiParam({
    name: 'address',
    type: String,
    description: 'URL-encoded: %2B2207654321, an e-mail address, or the provider’s id.',
  })
  @ApiOkResponse({ type: ContactDetailView })
  @Problems(404, 409)
  async unlink(
    @PathId('contact') id: string,
    @Param('address') address: string,
    @Query() { reason = 'Unlinked.' }: UnlinkQuery,
    @Actor() actor: string,
  ): Promise<ContactDetailView> {
    const act = { actor, reason };
    return this.contacts.read(
      contactOf(await this.linking.unlink(id, readAddress(address, '/address'), act)),
    );
  }
}

function contactOf(result: LinkResult): string {
  switch (result.kind) {
    case 'linked':
    case 'unlinked':
    case 'unchanged':
      return result.contactId;
    case 'unknown':
      throw notFound(result.what === 'contact' ? 'contact' : 'address of this contact');
    case 'refused':
      throw conflict(result.why);
    default: {
      const never: never = result;
      return never;
    }
  }
}

function readAddress(text: string, pointer: string): Address {
  const address = parseAddress(storableText(text));
  if (address === undefined)
    throw unprocessable(pointer, 'Write a number like +2207654321, an e-mail address or an id.');
  return address;
}
