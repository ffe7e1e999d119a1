import { Injectable } from '@nestjs/common';
import { Conversations } from '../conversations/conversations.repository.js';
import { notFound } from '../http/problem.js';
import type { ContactDetailView } from './contact.views.js';
import { Contacts } from './contacts.repository.js';

const SHOWN_CONVERSATIONS = 20;

/** One contact with everything that is shown of it. */
@Injectable()
export class ContactDesk {
  constructor(
    private readonly contacts: Contacts,
    private readonly conversations: Conversations,
  ) {}

  /** The id of a contact that was joined into another shows the other. */
  async read(id: string): Promise<ContactDetailView> {
    const contact = await this.contacts.find(id);
    if (contact === undefined) throw notFound('contact');
    const { items } = await this.conversations.list({ contactId: contact.id, limit: SHOWN_CONVERSATIONS });
    return { ...contact, joined: await this.contacts.joinedInto(contact.id), conversations: items };
  }
}
