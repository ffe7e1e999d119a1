-- CreateTable
CREATE TABLE "inbox_duplicate" (
    "inbox_id" UUID NOT NULL,
    "count" INTEGER NOT NULL,
    "received_at" TIMESTAMPTZ(3)[],
    "last_received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbox_duplicate_pkey" PRIMARY KEY ("inbox_id")
);

-- CreateIndex
CREATE INDEX "inbox_duplicate_last_received_at_idx" ON "inbox_duplicate"("last_received_at");
