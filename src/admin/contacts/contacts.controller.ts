import { Body, Get, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Conversations } from '../conversations/conversations.repository.js';
import { AdminController, Problems } from '../http/api-docs.js';
import { PathId } from '../http/path-id.js';
import { notFound } from '../http/problem.js';
import { ContactChange, ContactDetailView, ContactPage, ContactQuery } from './contact.views.js';
import { Contacts } from './contacts.repository.js';

const SHOWN_CONVERSATIONS = 20;

@AdminController('contacts')
export class ContactsController {
  constructor(
    private readonly contacts: Contacts,
    private readonly conversations: Conversations,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Contacts, the newest first.' })
  @ApiOkResponse({ type: ContactPage })
  async list(@Query() query: ContactQuery): Promise<ContactPage> {
    return this.contacts.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One contact with addresses, consent and conversations.' })
  @ApiOkResponse({ type: ContactDetailView })
  @Problems(404)
  async read(@PathId('contact') id: string): Promise<ContactDetailView> {
    const contact = await this.contacts.find(id);
    if (contact === undefined) throw notFound('contact');
    const { items } = await this.conversations.list({ contactId: id, limit: SHOWN_CONVERSATIONS });
    return { ...contact, conversations: items };
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes the name, the tags or the attributes; what is absent stays.' })
  @ApiOkResponse({ type: ContactDetailView })
  @Problems(404)
  async change(@PathId('contact') id: string, @Body() change: ContactChange): Promise<ContactDetailView> {
    if (!(await this.contacts.change(id, change))) throw notFound('contact');
    return this.read(id);
  }
}
