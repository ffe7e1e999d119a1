-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "rules_version" BIGINT;

-- AlterTable
ALTER TABLE "rule" ADD COLUMN     "key" TEXT;

-- CreateTable
CREATE TABLE "library_item" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "revision_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "library_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "library_revision" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "library_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rulebook_entry" (
    "subject_id" UUID NOT NULL,
    "since_version" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "revision_id" UUID NOT NULL,
    "position" INTEGER,
    "until_version" BIGINT,

    CONSTRAINT "rulebook_entry_pkey" PRIMARY KEY ("subject_id","since_version")
);

-- CreateIndex
CREATE UNIQUE INDEX "library_item_revision_id_key" ON "library_item"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "library_item_name" ON "library_item"("kind", "name") WHERE (deleted_at is null);

-- CreateIndex
CREATE UNIQUE INDEX "library_revision_item_id_number_key" ON "library_revision"("item_id", "number");

-- CreateIndex
CREATE INDEX "rulebook_entry_since_version_until_version_idx" ON "rulebook_entry"("since_version", "until_version");

-- CreateIndex
CREATE UNIQUE INDEX "rulebook_entry_in_force" ON "rulebook_entry"("subject_id") WHERE (until_version is null);

-- CreateIndex
CREATE UNIQUE INDEX "rule_key_key" ON "rule"("key");

-- AddForeignKey
ALTER TABLE "library_revision" ADD CONSTRAINT "library_revision_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "library_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The rulebook as it stands begins its history with its present version.
INSERT INTO "rulebook_entry" ("subject_id", "since_version", "kind", "revision_id", "position")
SELECT "id", coalesce((SELECT "version" FROM "system_mark" WHERE "name" = 'rules'), 0), 'rule', "revision_id", "position"
  FROM "rule"
 WHERE "deleted_at" IS NULL;
