ALTER TABLE "messages" DROP CONSTRAINT "messages_tombstone";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "event" jsonb;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "last_seen" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_tombstone" CHECK (("messages"."removed_at" is null) = (num_nonnulls("messages"."text", "messages"."event") = 1));