CREATE TABLE "need_translation" (
	"id" text PRIMARY KEY NOT NULL,
	"need_id" text NOT NULL,
	"locale" text NOT NULL,
	"number" integer NOT NULL,
	"of_version" integer NOT NULL,
	"text" text,
	"quote" text,
	"actor_id" text NOT NULL,
	"at" text NOT NULL,
	"from_seq" integer NOT NULL,
	CONSTRAINT "need_translation_locale" CHECK ("locale" in ('ar', 'en', 'es', 'fr', 'ru', 'zh'))
);
--> statement-breakpoint
CREATE TABLE "translation_preview" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	"rows" text NOT NULL,
	"created_at" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "need_translation" ADD CONSTRAINT "need_translation_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_translation" ADD CONSTRAINT "need_translation_actor_id_account_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translation_preview" ADD CONSTRAINT "translation_preview_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "need_translation_number" ON "need_translation" USING btree ("need_id","locale","number");--> statement-breakpoint
CREATE INDEX "translation_preview_account" ON "translation_preview" USING btree ("account_id","created_at");
--> statement-breakpoint
-- Translations are append-only, as versions of needs are, and what is written is in the change log.
create trigger "need_translation_append_only" before update or delete or truncate on "need_translation" for each statement execute function append_only();
--> statement-breakpoint
create trigger "need_translation_inserted" after insert on "need_translation" referencing new table as new_rows for each statement execute function record_inserted();
--> statement-breakpoint
create trigger "need_translation_updated" after update on "need_translation" referencing old table as old_rows new table as new_rows for each statement execute function record_updated();
--> statement-breakpoint
create trigger "need_translation_deleted" after delete on "need_translation" referencing old table as old_rows for each statement execute function record_deleted();
