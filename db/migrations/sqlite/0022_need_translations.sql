CREATE TABLE `need_translation` (
	`id` text PRIMARY KEY NOT NULL,
	`need_id` text NOT NULL,
	`locale` text NOT NULL,
	`number` integer NOT NULL,
	`of_version` integer NOT NULL,
	`text` text,
	`quote` text,
	`actor_id` text NOT NULL,
	`at` text NOT NULL,
	`from_seq` integer NOT NULL,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`actor_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "need_translation_locale" CHECK("locale" in ('ar', 'en', 'es', 'fr', 'ru', 'zh'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `need_translation_number` ON `need_translation` (`need_id`,`locale`,`number`);--> statement-breakpoint
CREATE TABLE `translation_preview` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`sha256` text NOT NULL,
	`rows` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `translation_preview_account` ON `translation_preview` (`account_id`,`created_at`);
--> statement-breakpoint
-- Translations are append-only, as versions of needs are.
create trigger "need_translation_no_update" before update on "need_translation" begin select raise(abort, 'need_translation is append-only'); end;
--> statement-breakpoint
create trigger "need_translation_no_delete" before delete on "need_translation" begin select raise(abort, 'need_translation is append-only'); end;
--> statement-breakpoint
create trigger "need_translation_no_replace" before insert on "need_translation" when exists (select 1 from "need_translation" where "id" = new."id") or exists (select 1 from "need_translation" where "need_id" = new."need_id" and "locale" = new."locale" and "number" = new."number") begin select raise(abort, 'need_translation is append-only'); end;
