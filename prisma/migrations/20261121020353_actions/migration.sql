-- AlterTable
ALTER TABLE "conversation" ADD COLUMN     "paused_by_event_id" UUID;

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "failover_of_id" UUID;

-- CreateTable
CREATE TABLE "webhook_call" (
    "id" UUID NOT NULL,
    "domain_event_id" UUID NOT NULL,
    "slot" TEXT NOT NULL,
    "rule_revision_id" UUID NOT NULL,
    "contact_id" UUID,
    "url" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "last_status" INTEGER,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_secret" (
    "id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revealed_at" TIMESTAMPTZ(3),
    "retires_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_secret_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_call_created_at_id_idx" ON "webhook_call"("created_at", "id");

-- CreateIndex
CREATE INDEX "webhook_call_contact_id_idx" ON "webhook_call"("contact_id");

-- CreateIndex
CREATE INDEX "webhook_call_due" ON "webhook_call"("next_attempt_at") WHERE (state in ('queued', 'sending'));

-- CreateIndex
CREATE UNIQUE INDEX "webhook_call_domain_event_id_slot_key" ON "webhook_call"("domain_event_id", "slot");

-- CreateIndex
CREATE UNIQUE INDEX "message_failover_of_id_key" ON "message"("failover_of_id");
