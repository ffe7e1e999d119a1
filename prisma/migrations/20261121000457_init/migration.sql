-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "connection" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "base_url" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "sealed_secrets" BYTEA NOT NULL,
    "paused_until" TIMESTAMPTZ(3),
    "attention" TEXT,
    "send_tokens" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "tokens_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox_key" (
    "connection_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "inbox_id" UUID NOT NULL,
    "body_hash" BYTEA NOT NULL,

    CONSTRAINT "inbox_key_pkey" PRIMARY KEY ("connection_id","key")
);

-- CreateTable
CREATE TABLE "inbox_entry" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "connection_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "event_type" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "raw_body" BYTEA NOT NULL,
    "headers" JSONB NOT NULL,
    "is_stale" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "replays" INTEGER NOT NULL DEFAULT 0,
    "occurred_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "dispatched_at" TIMESTAMPTZ(3),
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "domain_event" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "connection_id" UUID NOT NULL,
    "contact_id" UUID,
    "conversation_id" UUID,
    "message_id" UUID,
    "inbox_id" UUID,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dispatched_at" TIMESTAMPTZ(3),

    CONSTRAINT "domain_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "name" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_address" (
    "kind" TEXT NOT NULL,
    "canonical" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "contact_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_address_pkey" PRIMARY KEY ("kind","canonical")
);

-- CreateTable
CREATE TABLE "consent" (
    "contact_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'subscribed',
    "event_id" UUID,
    "effective_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_pkey" PRIMARY KEY ("contact_id")
);

-- CreateTable
CREATE TABLE "consent_event" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "contact_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "changed" BOOLEAN NOT NULL,
    "address" TEXT NOT NULL,
    "channel" TEXT,
    "text" TEXT,
    "normalised" TEXT,
    "matched_span" TEXT,
    "rule_id" TEXT,
    "detector_version" TEXT,
    "connection_id" UUID,
    "inbox_id" UUID,
    "actor" TEXT NOT NULL,
    "reason" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "their_address" TEXT NOT NULL,
    "our_address" TEXT,
    "last_inbound_at" TIMESTAMPTZ(3),
    "last_message_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_until" TIMESTAMPTZ(3),
    "pause_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_side" (
    "connection_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "contact_id" UUID NOT NULL,
    "our_address" TEXT NOT NULL,
    "conversation_id" UUID NOT NULL,

    CONSTRAINT "conversation_side_pkey" PRIMARY KEY ("connection_id","channel","contact_id","our_address")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "contact_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "their_address" TEXT NOT NULL,
    "our_address" TEXT,
    "text" TEXT NOT NULL,
    "subject" TEXT,
    "attachments" JSONB NOT NULL DEFAULT '[]',
    "details" JSONB NOT NULL DEFAULT '{}',
    "provider_message_id" TEXT,
    "inbox_id" UUID,
    "in_reply_to_id" UUID,
    "resend_of_id" UUID,
    "domain_event_id" UUID,
    "slot" TEXT,
    "rule_revision_id" UUID,
    "consent_event_id" UUID,
    "actor" TEXT,
    "encoding" TEXT,
    "segments" INTEGER,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "woken_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "permitted_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "failure_kind" TEXT,
    "lookups" INTEGER NOT NULL DEFAULT 0,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "send_attempt" (
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "http_status" INTEGER,
    "code" TEXT,
    "detail" TEXT,

    CONSTRAINT "send_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_change" (
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "from_status" TEXT,
    "to_status" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "status_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_report" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "inbox_id" UUID NOT NULL,
    "message_id" UUID,
    "provider_message_id" TEXT,
    "reference" TEXT,
    "their_address" TEXT,
    "status" TEXT NOT NULL,
    "used_number" TEXT,
    "error_code" TEXT,
    "error_text" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "domain_event_id" UUID NOT NULL,
    "message_id" UUID,
    "contact_id" UUID,
    "verdict" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "rule_revision_id" UUID,
    "stages" JSONB NOT NULL,
    "snapshot" JSONB NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule" (
    "id" UUID NOT NULL,
    "position" INTEGER,
    "revision_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_revision" (
    "id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_firing" (
    "rule_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "fired_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rule_firing_pkey" PRIMARY KEY ("rule_id","contact_id","channel")
);

-- CreateTable
CREATE TABLE "system_mark" (
    "name" TEXT NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "system_mark_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "identity_session" (
    "connection_id" UUID NOT NULL,
    "session_id" TEXT NOT NULL,
    "contact_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "status" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identity_session_pkey" PRIMARY KEY ("connection_id","session_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "connection_provider_name_key" ON "connection"("provider", "name");

-- CreateIndex
CREATE INDEX "inbox_waiting" ON "inbox_entry"("seq") WHERE (state = 'received');

-- CreateIndex
CREATE INDEX "inbox_pending_by_lane" ON "inbox_entry"("lane", "seq") WHERE (state in ('received', 'dispatched'));

-- CreateIndex
CREATE INDEX "inbox_entry_received_at_id_idx" ON "inbox_entry"("received_at", "id");

-- CreateIndex
CREATE INDEX "inbox_needs_attention" ON "inbox_entry"("received_at", "id") WHERE (state in ('quarantined', 'failed'));

-- CreateIndex
CREATE UNIQUE INDEX "domain_event_inbox_id_key" ON "domain_event"("inbox_id");

-- CreateIndex
CREATE INDEX "domain_event_waiting" ON "domain_event"("seq") WHERE (state = 'pending');

-- CreateIndex
CREATE INDEX "domain_event_pending_by_lane" ON "domain_event"("lane", "seq") WHERE (state in ('pending', 'dispatched'));

-- CreateIndex
CREATE INDEX "domain_event_message_id_idx" ON "domain_event"("message_id");

-- CreateIndex
CREATE INDEX "contact_created_at_id_idx" ON "contact"("created_at", "id");

-- CreateIndex
CREATE INDEX "contact_address_contact_id_idx" ON "contact_address"("contact_id");

-- CreateIndex
CREATE INDEX "consent_state_idx" ON "consent"("state");

-- CreateIndex
CREATE UNIQUE INDEX "consent_event_inbox_id_key" ON "consent_event"("inbox_id");

-- CreateIndex
CREATE INDEX "consent_event_contact_id_seq_idx" ON "consent_event"("contact_id", "seq");

-- CreateIndex
CREATE INDEX "conversation_contact_id_last_message_at_id_idx" ON "conversation"("contact_id", "last_message_at", "id");

-- CreateIndex
CREATE INDEX "conversation_last_message_at_id_idx" ON "conversation"("last_message_at", "id");

-- CreateIndex
CREATE INDEX "conversation_side_conversation_id_idx" ON "conversation_side"("conversation_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_resend_of_id_key" ON "message"("resend_of_id");

-- CreateIndex
CREATE INDEX "message_created_at_id_idx" ON "message"("created_at", "id");

-- CreateIndex
CREATE INDEX "message_conversation_id_created_at_id_idx" ON "message"("conversation_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "message_contact_id_created_at_id_idx" ON "message"("contact_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "message_their_address_created_at_id_idx" ON "message"("their_address", "created_at", "id");

-- CreateIndex
CREATE INDEX "message_status_created_at_id_idx" ON "message"("status", "created_at", "id");

-- CreateIndex
CREATE INDEX "message_connection_id_provider_message_id_idx" ON "message"("connection_id", "provider_message_id");

-- CreateIndex
CREATE INDEX "message_inbox_id_idx" ON "message"("inbox_id");

-- CreateIndex
CREATE INDEX "message_in_reply_to_id_idx" ON "message"("in_reply_to_id");

-- CreateIndex
CREATE INDEX "message_due" ON "message"("next_attempt_at") WHERE (status = 'queued');

-- CreateIndex
CREATE INDEX "message_queued_by_contact" ON "message"("contact_id") WHERE (status = 'queued');

-- CreateIndex
CREATE INDEX "message_leased" ON "message"("lease_until") WHERE (status = 'sending');

-- CreateIndex
CREATE INDEX "message_unknown" ON "message"("updated_at") WHERE (status = 'unknown');

-- CreateIndex
CREATE UNIQUE INDEX "message_domain_event_id_slot_key" ON "message"("domain_event_id", "slot");

-- CreateIndex
CREATE UNIQUE INDEX "send_attempt_message_id_number_key" ON "send_attempt"("message_id", "number");

-- CreateIndex
CREATE INDEX "status_change_message_id_at_idx" ON "status_change"("message_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_report_inbox_id_key" ON "delivery_report"("inbox_id");

-- CreateIndex
CREATE INDEX "delivery_report_message_id_idx" ON "delivery_report"("message_id");

-- CreateIndex
CREATE INDEX "delivery_report_parked" ON "delivery_report"("connection_id", "provider_message_id") WHERE (message_id is null);

-- CreateIndex
CREATE UNIQUE INDEX "decision_domain_event_id_key" ON "decision"("domain_event_id");

-- CreateIndex
CREATE INDEX "decision_message_id_idx" ON "decision"("message_id");

-- CreateIndex
CREATE INDEX "decision_decided_at_id_idx" ON "decision"("decided_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "rule_position_key" ON "rule"("position");

-- CreateIndex
CREATE UNIQUE INDEX "rule_revision_id_key" ON "rule"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "rule_revision_rule_id_number_key" ON "rule_revision"("rule_id", "number");

-- CreateIndex
CREATE INDEX "rule_firing_contact_id_idx" ON "rule_firing"("contact_id");

-- CreateIndex
CREATE INDEX "identity_session_session_id_idx" ON "identity_session"("session_id");

-- AddForeignKey
ALTER TABLE "contact_address" ADD CONSTRAINT "contact_address_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_side" ADD CONSTRAINT "conversation_side_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "send_attempt" ADD CONSTRAINT "send_attempt_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_change" ADD CONSTRAINT "status_change_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_revision" ADD CONSTRAINT "rule_revision_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "rule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
