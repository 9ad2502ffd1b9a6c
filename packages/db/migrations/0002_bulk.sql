CREATE TABLE "broadcast_recipients" (
	"broadcast_id" uuid NOT NULL,
	"nth" integer NOT NULL,
	"user_id" text NOT NULL,
	"job_id" text,
	"reason" text,
	"missing" text,
	"conversation_id" uuid,
	"seq" integer,
	"attempts" integer DEFAULT 0 NOT NULL,
	"settled_at" timestamp(3) with time zone,
	CONSTRAINT "broadcast_recipients_broadcast_id_nth_pk" PRIMARY KEY("broadcast_id","nth"),
	CONSTRAINT "broadcast_recipients_outcome" CHECK (("broadcast_recipients"."settled_at" is null and num_nonnulls("broadcast_recipients"."seq", "broadcast_recipients"."reason") = 0)
        or ("broadcast_recipients"."settled_at" is not null and num_nonnulls("broadcast_recipients"."seq", "broadcast_recipients"."reason") = 1)),
	CONSTRAINT "broadcast_recipients_where" CHECK (("broadcast_recipients"."seq" is null) = ("broadcast_recipients"."conversation_id" is null))
);
--> statement-breakpoint
CREATE TABLE "broadcasts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sender_id" text NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"status" text NOT NULL,
	"text" text NOT NULL,
	"job_id" text,
	"filter" jsonb,
	"zone" text,
	"total" integer NOT NULL,
	"total_sent" integer DEFAULT 0 NOT NULL,
	"total_failed" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp(3) with time zone NOT NULL,
	"started_at" timestamp(3) with time zone,
	"next_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"worked_at" timestamp(3) with time zone,
	"finished_at" timestamp(3) with time zone,
	CONSTRAINT "broadcasts_once" UNIQUE("sender_id","idempotency_key"),
	CONSTRAINT "broadcasts_text_length" CHECK (char_length("broadcasts"."text") between 1 and 4000),
	CONSTRAINT "broadcasts_status" CHECK ("broadcasts"."status" in ('scheduled', 'running', 'finished', 'cancelled')),
	CONSTRAINT "broadcasts_finished" CHECK (("broadcasts"."finished_at" is null) = ("broadcasts"."status" in ('scheduled', 'running'))),
	CONSTRAINT "broadcasts_totals" CHECK ("broadcasts"."total_sent" + "broadcasts"."total_failed" <= "broadcasts"."total")
);
--> statement-breakpoint
CREATE TABLE "templates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner_id" text NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "templates_name_length" CHECK (char_length("templates"."name") between 1 and 120),
	CONSTRAINT "templates_text_length" CHECK (char_length("templates"."text") between 1 and 4000)
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "bulk" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "broadcast_recipients" ADD CONSTRAINT "broadcast_recipients_broadcast_id_broadcasts_id_fk" FOREIGN KEY ("broadcast_id") REFERENCES "public"."broadcasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_sender_id_people_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "broadcast_recipients_once" ON "broadcast_recipients" USING btree ("broadcast_id","user_id") WHERE "broadcast_recipients"."reason" is distinct from 'DUPLICATE';--> statement-breakpoint
CREATE INDEX "broadcast_recipients_waiting" ON "broadcast_recipients" USING btree ("broadcast_id","nth") WHERE "broadcast_recipients"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "broadcast_recipients_failed" ON "broadcast_recipients" USING btree ("broadcast_id","nth","reason") WHERE "broadcast_recipients"."reason" is not null;--> statement-breakpoint
CREATE INDEX "broadcasts_newest" ON "broadcasts" USING btree ("sender_id","created_at","id");--> statement-breakpoint
CREATE INDEX "broadcasts_by_day" ON "broadcasts" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "broadcasts_over" ON "broadcasts" USING btree ("sender_id","finished_at");--> statement-breakpoint
CREATE INDEX "broadcasts_next" ON "broadcasts" USING btree ("next_at") WHERE "broadcasts"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "templates_owner" ON "templates" USING btree ("owner_id","name");--> statement-breakpoint
CREATE INDEX "jobs_open_by_type" ON "jobs" USING btree (lower(btrim("type")),lower(btrim("place"))) WHERE "jobs"."status" = 'open';--> statement-breakpoint
CREATE INDEX "jobs_open_by_place" ON "jobs" USING btree (lower(btrim("place"))) WHERE "jobs"."status" = 'open';--> statement-breakpoint
CREATE INDEX "blocks_of_a_person" ON "blocks" USING btree ("blocker_id","created_at");