-- AlterTable
ALTER TABLE "rule" ADD COLUMN     "held_back_at" TIMESTAMPTZ(3),
ADD COLUMN     "held_back_reason" TEXT,
ADD COLUMN     "watched_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "rule_revision" ADD COLUMN     "dry_run_id" UUID;

-- AlterTable
ALTER TABLE "rulebook_entry" ADD COLUMN     "held_back_at" TIMESTAMPTZ(3),
ADD COLUMN     "held_back_reason" TEXT;

-- CreateTable
CREATE TABLE "rule_hit" (
    "rule_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decision_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "rule_hit_pkey" PRIMARY KEY ("rule_id","decided_at","decision_id")
);

-- CreateTable
CREATE TABLE "dry_run" (
    "id" UUID NOT NULL,
    "rule_id" UUID,
    "definition_hash" BYTEA NOT NULL,
    "definition" JSONB NOT NULL,
    "position" INTEGER,
    "rules_version" BIGINT NOT NULL,
    "days" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "total" INTEGER NOT NULL DEFAULT 0,
    "looked_at" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "problem" TEXT,
    "actor" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "progress_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "dry_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "dry_run_created_at_id_idx" ON "dry_run"("created_at", "id");
