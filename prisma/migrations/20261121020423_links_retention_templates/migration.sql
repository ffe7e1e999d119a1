-- AlterTable
ALTER TABLE "inbox_entry" ADD COLUMN     "purge_reason" TEXT,
ADD COLUMN     "purged_at" TIMESTAMPTZ(3);

-- AlterTable: a conversation is found by their address instead of by the contact. Until now a contact had one address, so that one is theirs.
ALTER TABLE "conversation_side" ADD COLUMN     "their_address" TEXT;

update "conversation_side" side
   set "their_address" = coalesce(
         (select address."kind" || ':' || address."canonical"
            from "conversation" join "contact_address" address on address."contact_id" = "conversation"."contact_id"
           where "conversation"."id" = side."conversation_id" and address."kind" <> 'erased'
           order by address."created_at", address."kind", address."canonical"
           limit 1),
         'erased:' || side."conversation_id");

ALTER TABLE "conversation_side" DROP CONSTRAINT "conversation_side_pkey",
DROP COLUMN "contact_id",
ALTER COLUMN "their_address" SET NOT NULL,
ADD CONSTRAINT "conversation_side_pkey" PRIMARY KEY ("connection_id", "channel", "their_address", "our_address");

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "purge_reason" TEXT,
ADD COLUMN     "purged_at" TIMESTAMPTZ(3),
ADD COLUMN     "sent_as" TEXT,
ADD COLUMN     "template" JSONB;

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "purged_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "joined_contact" (
    "id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "joined_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retention_run" (
    "kind" TEXT NOT NULL,
    "last_run_at" TIMESTAMPTZ(3) NOT NULL,
    "last_purged" INTEGER NOT NULL,
    "total_purged" BIGINT NOT NULL DEFAULT 0,
    "done_before" TIMESTAMPTZ(3),

    CONSTRAINT "retention_run_pkey" PRIMARY KEY ("kind")
);

-- CreateIndex
CREATE INDEX "joined_contact_into_id_idx" ON "joined_contact"("into_id");

-- CreateIndex
CREATE INDEX "consent_event_subject_hash_idx" ON "consent_event"("subject_hash");
