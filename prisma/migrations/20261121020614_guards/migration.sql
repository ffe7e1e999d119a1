-- AlterTable
ALTER TABLE "connection" ADD COLUMN     "spent_on" DATE,
ADD COLUMN     "spent_segments" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "gathers_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "rule_firing" DROP CONSTRAINT "rule_firing_pkey",
ADD COLUMN     "conversation_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
ADD COLUMN     "recent_at" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
ADD CONSTRAINT "rule_firing_pkey" PRIMARY KEY ("rule_id", "contact_id", "channel", "conversation_id");

-- CreateTable
CREATE TABLE "kill_switch" (
    "scope" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kill_switch_pkey" PRIMARY KEY ("scope")
);

-- CreateTable
CREATE TABLE "reply_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "actor" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reply_settings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "message_gathering" ON "message"("conversation_id") WHERE (status = 'queued' and gathers_since is not null);

-- CreateIndex
CREATE INDEX "message_replies_by_contact" ON "message"("contact_id", "created_at") WHERE (kind = 'reply');

-- What has fired before counts for limits from now on.
UPDATE "rule_firing" SET "recent_at" = ARRAY["fired_at"];

-- One row, and what only these scopes can mean.
ALTER TABLE "reply_settings" ADD CONSTRAINT "reply_settings_one_row" CHECK ("id" = 1);
ALTER TABLE "kill_switch" ADD CONSTRAINT "kill_switch_scope" CHECK ("scope" = 'all' OR "scope" ~ '^(connection|group):.');
