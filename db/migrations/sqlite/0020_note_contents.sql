CREATE TABLE `note_content` (
	`note_id` text NOT NULL,
	`checksum` text NOT NULL,
	`locale` text NOT NULL,
	`sha256` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`note_id`, `checksum`, `locale`),
	FOREIGN KEY (`note_id`) REFERENCES `note`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "note_content_locale" CHECK("locale" in ('ar', 'en', 'es', 'fr', 'ru', 'zh'))
);

--> statement-breakpoint
-- The content of a frozen edition is never changed. bin/store-frozen-editions.ts fills the table with the
-- editions that were frozen before there was one, at the first start of the release.
create trigger "note_content_no_update" before update on "note_content" begin select raise(abort, 'note_content is append-only'); end;
--> statement-breakpoint
create trigger "note_content_no_delete" before delete on "note_content" begin select raise(abort, 'note_content is append-only'); end;
--> statement-breakpoint
create trigger "note_content_no_replace" before insert on "note_content" when exists (select 1 from "note_content" where "note_id" = new."note_id" and "checksum" = new."checksum" and "locale" = new."locale") begin select raise(abort, 'note_content is append-only'); end;
