import { Body, Get, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, Problems } from '../http/api-docs.js';
import { PathId } from '../http/path-id.js';
import { notFound } from '../http/problem.js';
import { Needs } from '../http/required-role.js';
import { ContactDesk } from './contact-desk.js';
import { ContactChange, ContactDetailView, ContactPage, ContactQuery } from './contact.views.js';
import { Contacts } from './contacts.repository.js';

@AdminController('contacts')
@Needs('viewer')
export class ContactsController {
  constructor(
    private readonly contacts: Contacts,
    private readonly desk: ContactDesk,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Contacts, the newest first.' })
  @ApiOkResponse({ type: ContactPage })
  async list(@Query() query: ContactQuery): Promise<ContactPage> {
    return this.contacts.list(query);
  }

  @Get(':id')
  @ApiOperation({
    summary: 'One contact with addresses, consent and conversations.',
    description: 'The id of a contact that was joined into another shows the other.',
  })
  @ApiOkResponse({ type: ContactDetailView })
  @Problems(404)
  async read(@PathId('contact') id: string): Promise<ContactDetailView> {
    return this.desk.read(id);
  }

  @Patch(':id')
  @Needs('editor')
  @ApiOperation({ summary: 'Changes the name, the tags or the attributes; what is absent stays.' })
  @ApiOkResponse({ type: ContactDetailView })
  @Problems(404)
  async change(@PathId('contact') id: string, @Body() change: ContactChange): Promise<ContactDetailView> {
    if (!(await this.contacts.change(id, change))) throw notFound('contact');
    return this.read(id);
  }
}
