import { Injectable } from '@nestjs/common';
import { presentContact } from '../../contacts/linking/linked-contact.repository.js';
import { Database } from '../../platform/database/database.js';
import type { Prisma } from '../../platform/database/generated/client.js';
import type { Shown } from '../http/api-docs.js';
import type { ListPosition } from '../lists/cursor.js';
import { positionOf } from '../lists/list-query.js';
import { MAX_SEARCHED_ROWS, pageOf, type Page } from '../lists/page.js';
import type { ContactChange, ContactQuery, ContactView } from './contact.views.js';
import type { JoinedContactView } from './linking.views.js';

const LISTED = {
  id: true,
  name: true,
  tags: true,
  attributes: true,
  addresses: { select: { kind: true, value: true, createdAt: true }, orderBy: { createdAt: 'asc' } },
  consent: { select: { state: true } },
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.ContactSelect;

type ListedRow = Prisma.ContactGetPayload<{ select: typeof LISTED }>;

const NEWEST_FIRST = [
  { createdAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.ContactOrderByWithRelationInput[];

/** Contacts as people look at them and change them. */
@Injectable()
export class Contacts {
  constructor(private readonly database: Database) {}

  async list(query: ContactQuery): Promise<Page<ContactView>> {
    const { limit, q } = query;
    const walked = after(positionOf(query));
    const stoppedAt = q === undefined ? undefined : await this.endOfSearch(walked);
    const rows = await this.database.contact.findMany({
      where: { AND: [walked, notBefore(stoppedAt), q === undefined ? {} : nameOrAddress(q)] },
      select: LISTED,
      orderBy: NEWEST_FIRST,
      take: limit + 1,
    });
    const page = pageOf(rows, limit, ({ createdAt, id }) => ({ at: createdAt, id }), stoppedAt);
    return { ...page, items: page.items.map(viewOf) };
  }

  async find(id: string): Promise<Shown<ContactView> | undefined> {
    const present = await presentContact(this.database, id);
    const row = await this.database.contact.findUnique({ where: { id: present }, select: LISTED });
    return row === null ? undefined : viewOf(row);
  }

  /** The contacts that were joined into this one, the latest first. */
  async joinedInto(id: string): Promise<Shown<JoinedContactView>[]> {
    return this.database.joinedContact.findMany({
      where: { intoId: id },
      select: { id: true, actor: true, reason: true, joinedAt: true },
      orderBy: [{ joinedAt: 'desc' }, { id: 'desc' }],
    });
  }

  /** @returns false when there is none of that id. */
  async change(id: string, { name, tags, attributes }: ContactChange): Promise<boolean> {
    const { count } = await this.database.contact.updateMany({
      where: { id },
      data: {
        ...(name !== undefined && { name }),
        ...(tags !== undefined && { tags: [...tags] }),
        ...(attributes !== undefined && { attributes }),
      },
    });
    return count === 1;
  }

  /** A part of a name is found by looking, among a bounded number of contacts. */
  private async endOfSearch(walked: Prisma.ContactWhereInput): Promise<ListPosition | undefined> {
    const row = await this.database.contact.findFirst({
      where: walked,
      orderBy: NEWEST_FIRST,
      skip: MAX_SEARCHED_ROWS,
      select: { createdAt: true, id: true },
    });
    return row === null ? undefined : { at: row.createdAt, id: row.id };
  }
}

function viewOf({ consent, ...row }: ListedRow): ContactView {
  return { ...row, consent: consent?.state ?? 'subscribed' };
}

function nameOrAddress(part: string): Prisma.ContactWhereInput {
  const contains = { contains: part, mode: 'insensitive' as const };
  return { OR: [{ name: contains }, { addresses: { some: { value: contains } } }] };
}

function after(place: ListPosition | undefined): Prisma.ContactWhereInput {
  if (place === undefined) return {};
  return { createdAt: { lte: place.at }, OR: [{ createdAt: { lt: place.at } }, { id: { lt: place.id } }] };
}

function notBefore(place: ListPosition | undefined): Prisma.ContactWhereInput {
  if (place === undefined) return {};
  return { createdAt: { gte: place.at }, OR: [{ createdAt: { gt: place.at } }, { id: { gte: place.id } }] };
}
