-- The consent ledger becomes a chain of hashes that the database itself keeps append-only. docs/consent-ledger.md describes it.
-- Written by hand from "Triggers" on: Prisma's schema cannot say it.

-- Entries from before the chain cannot be chained after the fact: nobody vouches for what happened to them until then.
do $$
begin
  if exists (select from "consent_event") then
    raise exception 'This database holds consent entries of a version that was never released. Start with an empty database.';
  end if;
end
$$;

-- DropIndex
DROP INDEX "consent_event_contact_id_seq_idx";

-- AlterTable
ALTER TABLE "consent_event" DROP COLUMN "seq",
ADD COLUMN     "chain_position" BIGINT NOT NULL,
ADD COLUMN     "payload_hash" BYTEA NOT NULL,
ADD COLUMN     "payload_salt" BYTEA,
ADD COLUMN     "prev_hash" BYTEA NOT NULL,
ADD COLUMN     "row_hash" BYTEA NOT NULL,
ADD COLUMN     "subject_hash" BYTEA NOT NULL,
ALTER COLUMN "address" DROP NOT NULL;

-- CreateTable
CREATE TABLE "ledger_head" (
    "id" INTEGER NOT NULL,
    "position" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "subject_key" BYTEA NOT NULL,

    CONSTRAINT "ledger_head_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "domain_event_contact_id_idx" ON "domain_event"("contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "consent_event_chain_position_key" ON "consent_event"("chain_position");

-- CreateIndex
CREATE INDEX "consent_event_contact_id_chain_position_idx" ON "consent_event"("contact_id", "chain_position");

-- The head of an empty chain. Three random UUIDs hold 366 random bits; the key is their digest.
insert into "ledger_head" ("id", "position", "hash", "subject_key")
values (1, 0, decode(repeat('00', 32), 'hex'),
        sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));

alter table "ledger_head" add constraint "ledger_head_is_one_row" check ("id" = 1);

-- Triggers

-- The one change an entry may see is its erasure: every column that identifies somebody becomes null, and nothing else changes.
-- All other columns are compared as a whole, so that a column which is added later is protected from the start.
create function "refuse_ledger_change"() returns trigger language plpgsql as $$
declare
  erasable constant text[] := array['payload_salt', 'address', 'text', 'normalised', 'matched_span', 'reason'];
begin
  if tg_op = 'UPDATE'
     and num_nonnulls(new.payload_salt, new.address, new.text, new.normalised, new.matched_span, new.reason) = 0
     and to_jsonb(new) - erasable = to_jsonb(old) - erasable
  then
    return new;
  end if;
  raise exception 'The consent ledger is append-only: % refused.', tg_op
    using errcode = 'restrict_violation', hint = 'A correction is a new entry.';
end
$$;

create trigger "consent_event_is_append_only"
  before update or delete on "consent_event"
  for each row execute function "refuse_ledger_change"();

create trigger "consent_event_is_not_truncated"
  before truncate on "consent_event"
  for each statement execute function "refuse_ledger_change"();

-- Also in a session that replays a replication stream, where ordinary triggers stay silent.
alter table "consent_event" enable always trigger "consent_event_is_append_only";
alter table "consent_event" enable always trigger "consent_event_is_not_truncated";
