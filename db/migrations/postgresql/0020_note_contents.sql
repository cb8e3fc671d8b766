CREATE TABLE "note_content" (
	"note_id" text NOT NULL,
	"checksum" text NOT NULL,
	"locale" text NOT NULL,
	"sha256" text NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "note_content_note_id_checksum_locale_pk" PRIMARY KEY("note_id","checksum","locale"),
	CONSTRAINT "note_content_locale" CHECK ("locale" in ('ar', 'en', 'es', 'fr', 'ru', 'zh'))
);
--> statement-breakpoint
ALTER TABLE "note_content" ADD CONSTRAINT "note_content_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
-- The content of a frozen edition is never changed. bin/store-frozen-editions.ts fills the table with the
-- editions that were frozen before there was one, at the first start of the release.
create trigger "note_content_append_only" before update or delete or truncate on "note_content" for each statement execute function append_only();
