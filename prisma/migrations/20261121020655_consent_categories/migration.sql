-- AlterTable
ALTER TABLE "consent" ADD COLUMN     "granted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "category" TEXT;

-- CreateTable
CREATE TABLE "consent_category" (
    "contact_id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "event_id" UUID,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_category_pkey" PRIMARY KEY ("contact_id","category")
);

-- CreateTable
CREATE TABLE "consent_settings_revision" (
    "number" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_settings_revision_pkey" PRIMARY KEY ("number")
);

-- Written by hand from here on.

-- When everything was last asked for, as the fold of the ledger gives it.
update "consent"
   set "granted_at" = (select max("occurred_at") from "consent_event"
                        where "consent_event"."contact_id" = "consent"."contact_id" and "action" = 'grant' and "scope" = 'all')
 where exists (select from "consent_event"
                where "consent_event"."contact_id" = "consent"."contact_id" and "action" = 'grant' and "scope" = 'all');

-- Until now a stop of one category stopped everything. The ledger is append-only, so the place in it from which a category
-- means only itself is noted: folded anew, no older stop may shrink.
insert into "system_mark" ("name", "version", "updated_at")
select 'consent_scopes', "position", now() from "ledger_head" where "id" = 1;
