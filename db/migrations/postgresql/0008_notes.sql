CREATE TABLE "note" (
	"id" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"session" integer NOT NULL,
	"place" text NOT NULL,
	"agenda_item" text NOT NULL,
	"symbol" text NOT NULL,
	"document_date" text NOT NULL,
	"cycle" integer NOT NULL,
	"chapters" text NOT NULL,
	"cutoff" text NOT NULL,
	"previous_id" text,
	"previous_cutoff" text,
	"previous_symbol" text,
	"source_locale" text NOT NULL,
	"languages" text NOT NULL,
	"version" integer NOT NULL,
	"revision" integer,
	"checksum" text,
	"frozen_at" text,
	"published_at" text,
	"created_by" text NOT NULL,
	"created_at" text NOT NULL,
	CONSTRAINT "note_status_known" CHECK ("status" in ('drafting', 'under-review', 'frozen', 'published')),
	CONSTRAINT "note_cycle" CHECK ("cycle" in (1, 2)),
	CONSTRAINT "note_source_locale" CHECK ("source_locale" in ('ar', 'en', 'es', 'fr', 'ru', 'zh'))
);
--> statement-breakpoint
CREATE TABLE "note_accepted" (
	"note_id" text NOT NULL,
	"key" text NOT NULL,
	"shown" text NOT NULL,
	"accepted_by" text NOT NULL,
	"accepted_at" text NOT NULL,
	CONSTRAINT "note_accepted_note_id_key_pk" PRIMARY KEY("note_id","key")
);
--> statement-breakpoint
CREATE TABLE "note_block" (
	"id" text PRIMARY KEY NOT NULL,
	"note_id" text NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"content" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" text NOT NULL,
	"from_seq" integer NOT NULL,
	"to_seq" integer,
	CONSTRAINT "note_block_kind" CHECK ("kind" in ('summary', 'heading-1', 'heading-2', 'heading-3', 'paragraph', 'item', 'table', 'figure', 'footnote'))
);
--> statement-breakpoint
CREATE TABLE "note_comment" (
	"id" text PRIMARY KEY NOT NULL,
	"note_id" text NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"by_id" text NOT NULL,
	"at" text NOT NULL,
	"resolved_by" text,
	"resolved_at" text
);
--> statement-breakpoint
CREATE TABLE "note_file" (
	"note_id" text NOT NULL,
	"locale" text NOT NULL,
	"format" text NOT NULL,
	"revision" integer NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"made_at" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "note_file_note_id_locale_format_pk" PRIMARY KEY("note_id","locale","format"),
	CONSTRAINT "note_file_locale" CHECK ("locale" in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
	CONSTRAINT "note_file_format" CHECK ("format" in ('docx', 'pdf', 'html', 'txt'))
);
--> statement-breakpoint
CREATE TABLE "note_job" (
	"id" text PRIMARY KEY NOT NULL,
	"note_id" text NOT NULL,
	"status" text NOT NULL,
	"revision" integer NOT NULL,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"failures" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" text NOT NULL,
	"beat_at" text,
	"ended_at" text,
	CONSTRAINT "note_job_status_known" CHECK ("status" in ('waiting', 'running', 'done', 'cancelled', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "note_person" (
	"id" text PRIMARY KEY NOT NULL,
	"note_id" text NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"approved" text,
	"approved_at" text,
	"from_seq" integer NOT NULL,
	"to_seq" integer,
	CONSTRAINT "note_person_role" CHECK ("role" in ('reads', 'translates', 'approves'))
);
--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_accepted" ADD CONSTRAINT "note_accepted_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_accepted" ADD CONSTRAINT "note_accepted_accepted_by_account_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_block" ADD CONSTRAINT "note_block_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_block" ADD CONSTRAINT "note_block_changed_by_account_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_comment" ADD CONSTRAINT "note_comment_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_comment" ADD CONSTRAINT "note_comment_by_id_account_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_comment" ADD CONSTRAINT "note_comment_resolved_by_account_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_file" ADD CONSTRAINT "note_file_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_job" ADD CONSTRAINT "note_job_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_job" ADD CONSTRAINT "note_job_asked_by_account_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_person" ADD CONSTRAINT "note_person_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_person" ADD CONSTRAINT "note_person_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "note_status" ON "note" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "note_block_standing" ON "note_block" USING btree ("note_id","to_seq","position");--> statement-breakpoint
CREATE UNIQUE INDEX "note_block_version" ON "note_block" USING btree ("note_id","key","version");--> statement-breakpoint
CREATE INDEX "note_comment_note" ON "note_comment" USING btree ("note_id","at");--> statement-breakpoint
CREATE INDEX "note_job_status" ON "note_job" USING btree ("status","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "note_job_open" ON "note_job" USING btree ("note_id") WHERE "status" in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "note_person_note" ON "note_person" USING btree ("note_id","to_seq");--> statement-breakpoint
CREATE INDEX "note_person_account" ON "note_person" USING btree ("account_id","to_seq");