-- CreateTable
CREATE TABLE "model_call" (
    "id" UUID NOT NULL,
    "domain_event_id" UUID NOT NULL,
    "slot" TEXT NOT NULL,
    "rule_revision_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "inbound_message_id" UUID NOT NULL,
    "mode" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "prompt" TEXT NOT NULL,
    "prompt_hash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "called_at" TIMESTAMPTZ(3),
    "tokens" INTEGER NOT NULL DEFAULT 0,
    "model" TEXT,
    "prompt_tokens" INTEGER,
    "answer_tokens" INTEGER,
    "latency_ms" INTEGER,
    "output" TEXT,
    "topic" TEXT,
    "answer" TEXT,
    "reason" TEXT,
    "message_id" UUID,
    "actor" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "model_call_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "model_call_created_at_id_idx" ON "model_call"("created_at", "id");

-- CreateIndex
CREATE INDEX "model_call_contact_id_idx" ON "model_call"("contact_id");

-- CreateIndex
CREATE INDEX "model_call_inbound_message_id_idx" ON "model_call"("inbound_message_id");

-- CreateIndex
CREATE INDEX "model_call_message_id_idx" ON "model_call"("message_id");

-- CreateIndex
CREATE INDEX "model_call_called_at_idx" ON "model_call"("called_at");

-- CreateIndex
CREATE INDEX "model_call_due" ON "model_call"("next_attempt_at") WHERE (state in ('queued', 'calling'));

-- CreateIndex
CREATE UNIQUE INDEX "model_call_domain_event_id_slot_key" ON "model_call"("domain_event_id", "slot");
