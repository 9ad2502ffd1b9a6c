ALTER TABLE "conversations" DROP CONSTRAINT "conversations_opened_once";--> statement-breakpoint
DROP INDEX "conversations_job";--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_opened_once" ON "conversations" USING btree ("opened_by","open_key") WHERE "conversations"."open_key" is not null;--> statement-breakpoint
CREATE INDEX "conversations_job" ON "conversations" USING btree ("job_id") WHERE "conversations"."job_id" is not null;