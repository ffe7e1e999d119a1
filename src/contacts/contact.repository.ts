import { addressKey, type Address } from '../messaging/address.js';
import type { Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids/new-id.js';
import { reviveErased } from './erased-address.repository.js';

/** An address with what else the message told of its owner. */
export type KnownPerson = { readonly address: Address; readonly name?: string };

/**
 * Finds the contacts of these addresses and makes the missing ones, in a fixed number of statements.
 *
 * @returns contact ids by `addressKey`.
 */
export async function resolveContacts(
  tx: Transaction,
  people: readonly KnownPerson[],
): Promise<ReadonlyMap<string, string>> {
  const byKey = new Map(people.map((person) => [addressKey(person.address), person]));
  const found = await findContacts(tx, [...byKey.values()]);
  const missing = [...byKey].filter(([key]) => !found.has(key)).map(([, person]) => person);
  if (missing.length === 0) return found;
  return new Map([...found, ...(await createContacts(tx, missing))]);
}

/** The contact of one address; made if it is new. */
export async function resolveContact(tx: Transaction, person: KnownPerson): Promise<string> {
  const contacts = await resolveContacts(tx, [person]);
  const contactId = contacts.get(addressKey(person.address));
  if (contactId === undefined) throw new Error('A contact that was just resolved is missing.');
  return contactId;
}

/**
 * The contact of somebody who has written; made if they are new. A name that their message told is kept, unless the contact has one
 * already.
 */
export async function resolveSender(tx: Transaction, person: KnownPerson): Promise<string> {
  const { kind, canonical } = person.address;
  const [known] = await tx.$queryRaw<{ id: string; name: string | null }[]>`
    select contact.id::text, contact.name
      from contact_address join contact on contact.id = contact_address.contact_id
     where contact_address.kind = ${kind} and contact_address.canonical = ${canonical}`;
  if (known === undefined) {
    const created = await createContacts(tx, [person]);
    const contactId = created.get(addressKey(person.address));
    if (contactId === undefined) throw new Error('A contact that was just made is missing.');
    return contactId;
  }
  if (known.name === null) await learnName(tx, known.id, person.name);
  return known.id;
}

async function findContacts(tx: Transaction, people: readonly KnownPerson[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ kind: string; canonical: string; contact_id: string }[]>`
    select kind, canonical, contact_id::text
      from contact_address
      join unnest(${people.map((person) => person.address.kind)}::text[],
                  ${people.map((person) => person.address.canonical)}::text[]) as wanted(kind, canonical)
     using (kind, canonical)`;
  return new Map(rows.map((row) => [`${row.kind}:${row.canonical}`, row.contact_id]));
}

/** A contact, its address and its consent row, all of them in one statement. */
async function insertContacts(
  tx: Transaction,
  created: readonly (KnownPerson & { readonly id: string })[],
): Promise<void> {
  if (created.length === 0) return;
  await tx.$executeRaw`
    with person as (
      select * from unnest(
        ${created.map(({ id }) => id)}::uuid[], ${created.map(({ name }) => name ?? null)}::text[],
        ${created.map(({ address }) => address.kind)}::text[], ${created.map(({ address }) => address.canonical)}::text[],
        ${created.map(({ address }) => address.value)}::text[]) as person(id, name, kind, canonical, value)
    ), new_contact as (
      insert into contact (id, name, updated_at) select id, name, now() from person
    ), new_address as (
      insert into contact_address (kind, canonical, value, contact_id) select kind, canonical, value, id from person
    )
    insert into consent (contact_id) select id from person`;
}

/** Two transactions may meet a new address at the same time: the lock on its name makes the second one find the first one's contact. */
async function createContacts(tx: Transaction, people: readonly KnownPerson[]): Promise<Map<string, string>> {
  const keys = people.map((person) => addressKey(person.address)).sort();
  await tx.$queryRaw`
    select pg_advisory_xact_lock(hashtextextended(key, 0)) is null as locked
      from (select key from unnest(${keys}::text[]) as key order by key) as ordered`;
  const found = await findContacts(tx, people);
  const unknown = people.filter((person) => !found.has(addressKey(person.address)));
  const revived = await reviveErased(
    tx,
    unknown.map((person) => person.address),
  );
  const created = unknown
    .filter((person) => !revived.has(addressKey(person.address)))
    .map((person) => ({ id: newId(), ...person }));
  await insertContacts(tx, created);
  for (const { address, name } of unknown) {
    const revivedId = revived.get(addressKey(address));
    if (revivedId !== undefined) await learnName(tx, revivedId, name);
  }
  return new Map([
    ...found,
    ...revived,
    ...created.map(({ id, address }): [string, string] => [addressKey(address), id]),
  ]);
}

async function learnName(tx: Transaction, contactId: string, name: string | undefined): Promise<void> {
  if (name === undefined) return;
  await tx.contact.updateMany({ where: { id: contactId, name: null }, data: { name: name.slice(0, 200) } });
}
