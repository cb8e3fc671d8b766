CREATE TABLE `attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`review_id` text,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`pages` integer,
	`attached_by` text NOT NULL,
	`attached_at` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`attached_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "attachment_kind" CHECK("kind" in ('summary', 'nomination')),
	CONSTRAINT "attachment_of_review" CHECK(("kind" = 'summary') = ("review_id" is not null))
);
--> statement-breakpoint
CREATE INDEX `attachment_review` ON `attachment` (`review_id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `attachment_content` (
	`attachment_id` text PRIMARY KEY NOT NULL,
	`content` blob NOT NULL,
	FOREIGN KEY (`attachment_id`) REFERENCES `attachment`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `passage` (
	`attachment_id` text NOT NULL,
	`position` integer NOT NULL,
	`page` integer,
	`number` text,
	`text` text NOT NULL,
	PRIMARY KEY(`attachment_id`, `position`),
	FOREIGN KEY (`attachment_id`) REFERENCES `attachment`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `article_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`article` integer NOT NULL,
	`answered_by` text NOT NULL,
	`at` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`answered_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `article_answer_once` ON `article_answer` (`review_id`,`article`,`from_seq`);--> statement-breakpoint
CREATE INDEX `article_answer_review` ON `article_answer` (`review_id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `autosave` (
	`need_id` text NOT NULL,
	`account_id` text NOT NULL,
	`review_id` text NOT NULL,
	`version` integer NOT NULL,
	`form` text NOT NULL,
	`saved_at` text NOT NULL,
	PRIMARY KEY(`need_id`, `account_id`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `autosave_account` ON `autosave` (`account_id`,`saved_at`);--> statement-breakpoint
CREATE TABLE `declaration` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`chapter` text NOT NULL,
	`declared_by` text NOT NULL,
	`at` text NOT NULL,
	`taken_back_by` text,
	`taken_back_at` text,
	`reason` text,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`declared_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`taken_back_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "declaration_chapter" CHECK("chapter" in ('II', 'III', 'IV', 'V'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `declaration_once` ON `declaration` (`review_id`,`chapter`,`from_seq`);--> statement-breakpoint
CREATE TABLE `handover` (
	`id` text PRIMARY KEY NOT NULL,
	`state_id` text NOT NULL,
	`from_account_id` text NOT NULL,
	`to_account_id` text NOT NULL,
	`letter` text,
	`letter_id` text,
	`at` text NOT NULL,
	FOREIGN KEY (`state_id`) REFERENCES `state`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`from_account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`to_account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`letter_id`) REFERENCES `attachment`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `handover_state` ON `handover` (`state_id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`data` text NOT NULL,
	`created_at` text NOT NULL,
	`due_at` text,
	`sent_at` text,
	`attempts` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`due_at`);--> statement-breakpoint
CREATE INDEX `outbox_account` ON `outbox` (`account_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `__new_account` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`state_id` text,
	`password_hash` text,
	`locale` text,
	`active` integer NOT NULL,
	`mail` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`state_id`) REFERENCES `state`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "account_role" CHECK("role" in ('focal-point', 'reviewer', 'manager', 'administrator', 'contributor', 'system')),
	CONSTRAINT "account_locale" CHECK("locale" in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
	CONSTRAINT "account_mail" CHECK("mail" in ('daily', 'each', 'none')),
	CONSTRAINT "account_state" CHECK(("role" in ('focal-point', 'contributor')) = ("state_id" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_account`("id", "email", "name", "role", "state_id", "password_hash", "locale", "active", "mail", "created_at") SELECT "id", "email", "name", "role", "state_id", "password_hash", "locale", "active", null, "created_at" FROM `account`;--> statement-breakpoint
DROP TABLE `account`;--> statement-breakpoint
ALTER TABLE `__new_account` RENAME TO `account`;--> statement-breakpoint
CREATE UNIQUE INDEX `account_email` ON `account` (`email`);--> statement-breakpoint
DROP INDEX `need_status`;--> statement-breakpoint
ALTER TABLE `need` ADD `page` integer;--> statement-breakpoint
ALTER TABLE `need` ADD `origin` text;--> statement-breakpoint
ALTER TABLE `need` ADD `reopened` text;--> statement-breakpoint
ALTER TABLE `need` ADD `search_text` text;--> statement-breakpoint
ALTER TABLE `need` ADD `counted_at` text;--> statement-breakpoint
CREATE INDEX `need_updated` ON `need` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `need_counted` ON `need` (`counted_at`,`id`);--> statement-breakpoint
CREATE INDEX `need_of_review` ON `need` (`review_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `need_status` ON `need` (`status`,`updated_at`,`id`);--> statement-breakpoint
ALTER TABLE `need_version` ADD `page` integer;--> statement-breakpoint
ALTER TABLE `need_version` ADD `reopened` text;--> statement-breakpoint
ALTER TABLE `need_version` ADD `search_text` text;--> statement-breakpoint
ALTER TABLE `review` ADD `entry_due_on` text;--> statement-breakpoint
ALTER TABLE `review` ADD `decision_due_on` text;--> statement-breakpoint
update "need" set "counted_at" = (select v."at" from "need_version" v where v."need_id" = "need"."id" and v."version" = "need"."counted_version");
