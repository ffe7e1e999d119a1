-- DropIndex
DROP INDEX "message_due";

-- DropIndex
DROP INDEX "message_leased";

-- CreateIndex
CREATE INDEX "message_due" ON "message"("connection_id", "next_attempt_at") WHERE (status = 'queued');

-- CreateIndex
CREATE INDEX "message_leased" ON "message"("connection_id", "lease_until") WHERE (status = 'sending');

-- CreateIndex
CREATE INDEX "delivery_report_parked_by_recipient" ON "delivery_report"("connection_id", "their_address", "received_at") WHERE (message_id is null);
