-- CreateTable
CREATE TABLE "ledger_check" (
    "id" INTEGER NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "whole_at" TIMESTAMPTZ(3),
    "finding_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_check_pkey" PRIMARY KEY ("id")
);
