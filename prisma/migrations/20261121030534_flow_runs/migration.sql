-- CreateTable
CREATE TABLE "flow_run" (
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "flow_id" UUID NOT NULL,
    "flow_revision_id" UUID NOT NULL,
    "rule_revision_id" UUID NOT NULL,
    "category" TEXT,
    "language" TEXT,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "step" TEXT NOT NULL,
    "variables" JSONB NOT NULL DEFAULT '{}',
    "refused" INTEGER NOT NULL DEFAULT 0,
    "steps" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "wait_until" TIMESTAMPTZ(3),

    CONSTRAINT "flow_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "flow_run_due" ON "flow_run"("wait_until") WHERE (status = 'active');

-- CreateIndex
CREATE INDEX "flow_run_contact_id_idx" ON "flow_run"("contact_id");

-- CreateIndex
CREATE INDEX "flow_run_conversation_id_started_at_id_idx" ON "flow_run"("conversation_id", "started_at", "id");

-- CreateIndex
CREATE INDEX "flow_run_started_at_id_idx" ON "flow_run"("started_at", "id");

-- CreateIndex
CREATE INDEX "flow_run_answers" ON "flow_run"("updated_at") WHERE (status <> 'active' and variables <> '{}');

-- CreateIndex
CREATE UNIQUE INDEX "flow_run_active" ON "flow_run"("conversation_id") WHERE (status = 'active');
