CREATE TABLE `comment` (
	`id` text PRIMARY KEY NOT NULL,
	`need_id` text NOT NULL,
	`version` integer NOT NULL,
	`field` text,
	`internal` integer NOT NULL,
	`text` text NOT NULL,
	`author_id` text NOT NULL,
	`at` text NOT NULL,
	`resolved_by` text,
	`resolved_at` text,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`author_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`resolved_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `comment_need` ON `comment` (`need_id`,`at`);--> statement-breakpoint
CREATE TABLE `bulk_decision` (
	`id` text PRIMARY KEY NOT NULL,
	`verb` text NOT NULL,
	`actor_id` text NOT NULL,
	`at` text NOT NULL,
	`reason` text,
	`filter` text NOT NULL,
	`needs` integer NOT NULL,
	`reopened_by` text,
	`seq` integer NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "bulk_decision_verb" CHECK("verb" in ('approve', 'reopen'))
);
--> statement-breakpoint
CREATE INDEX `bulk_decision_actor` ON `bulk_decision` (`actor_id`,`at`);--> statement-breakpoint
CREATE TABLE `bulk_need` (
	`bulk_id` text NOT NULL,
	`need_id` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`bulk_id`, `need_id`),
	FOREIGN KEY (`bulk_id`) REFERENCES `bulk_decision`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `bulk_need_need` ON `bulk_need` (`need_id`);--> statement-breakpoint
CREATE TABLE `look` (
	`account_id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `waiver` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`doubt` text NOT NULL,
	`subject` text NOT NULL,
	`reason` text NOT NULL,
	`waived_by` text NOT NULL,
	`at` text NOT NULL,
	`expires_on` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`waived_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `waiver_review` ON `waiver` (`review_id`,`to_seq`);--> statement-breakpoint
CREATE TABLE `leave` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`substitute_id` text,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`substitute_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `leave_account` ON `leave` (`account_id`);--> statement-breakpoint
CREATE INDEX `leave_substitute` ON `leave` (`substitute_id`);--> statement-breakpoint
CREATE TABLE `setting` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`set_by` text NOT NULL,
	`at` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	FOREIGN KEY (`set_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `setting_once` ON `setting` (`name`,`from_seq`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_need_version` (
	`id` text PRIMARY KEY NOT NULL,
	`need_id` text NOT NULL,
	`version` integer NOT NULL,
	`verb` text NOT NULL,
	`status` text NOT NULL,
	`chapter` text,
	`general` integer NOT NULL,
	`category` text,
	`subcategory` text,
	`topics` text NOT NULL,
	`types` text NOT NULL,
	`tags` text NOT NULL,
	`target_groups` text NOT NULL,
	`priority` integer,
	`text` text,
	`language` text,
	`quote` text,
	`paragraph` text,
	`page` integer,
	`search_text` text,
	`provision` text NOT NULL,
	`reason` text,
	`reopened` text,
	`actor_id` text NOT NULL,
	`at` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`counted_from_seq` integer,
	`counted_to_seq` integer,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`actor_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "need_version_verb" CHECK("verb" in ('enter', 'edit', 'submit', 'return', 'recode', 'approve', 'reopen', 'withdraw', 'object', 'request-withdrawal', 'take-back-request', 'grant-withdrawal', 'refuse-withdrawal', 'lift-four-eyes')),
	CONSTRAINT "need_version_status" CHECK("status" in ('draft', 'submitted', 'returned', 'recoded', 'approved', 'withdrawn')),
	CONSTRAINT "need_version_chapter" CHECK("chapter" in ('II', 'III', 'IV', 'V')),
	CONSTRAINT "need_version_category" CHECK("category" in ('capacity-building', 'institution-building', 'legislative-assistance', 'research-and-data', 'policymaking', 'international-cooperation', 'other'))
);
--> statement-breakpoint
INSERT INTO `__new_need_version`("id", "need_id", "version", "verb", "status", "chapter", "general", "category", "subcategory", "topics", "types", "tags", "target_groups", "priority", "text", "language", "quote", "paragraph", "page", "search_text", "provision", "reason", "reopened", "actor_id", "at", "from_seq", "to_seq", "counted_from_seq", "counted_to_seq") SELECT "id", "need_id", "version", "verb", "status", "chapter", "general", "category", "subcategory", "topics", "types", "tags", "target_groups", "priority", "text", "language", "quote", "paragraph", "page", "search_text", "provision", "reason", "reopened", "actor_id", "at", "from_seq", "to_seq", "counted_from_seq", "counted_to_seq" FROM `need_version`;--> statement-breakpoint
DROP TABLE `need_version`;--> statement-breakpoint
ALTER TABLE `__new_need_version` RENAME TO `need_version`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `need_version_number` ON `need_version` (`need_id`,`version`);--> statement-breakpoint
CREATE INDEX `need_version_counted` ON `need_version` (`counted_from_seq`,`counted_to_seq`);--> statement-breakpoint
CREATE TABLE `__new_account` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`state_id` text,
	`nominated_by` text,
	`password_hash` text,
	`locale` text,
	`active` integer NOT NULL,
	`mail` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`state_id`) REFERENCES `state`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`nominated_by`) REFERENCES `state`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "account_role" CHECK("role" in ('focal-point', 'reviewer', 'manager', 'administrator', 'contributor', 'system')),
	CONSTRAINT "account_locale" CHECK("locale" in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
	CONSTRAINT "account_mail" CHECK("mail" in ('daily', 'each', 'none')),
	CONSTRAINT "account_nominated" CHECK("role" = 'reviewer' or "nominated_by" is null),
	CONSTRAINT "account_state" CHECK(("role" in ('focal-point', 'contributor')) = ("state_id" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_account`("id", "email", "name", "role", "state_id", "password_hash", "locale", "active", "mail", "created_at") SELECT "id", "email", "name", "role", "state_id", "password_hash", "locale", "active", "mail", "created_at" FROM `account`;--> statement-breakpoint
DROP TABLE `account`;--> statement-breakpoint
ALTER TABLE `__new_account` RENAME TO `account`;--> statement-breakpoint
CREATE UNIQUE INDEX `account_email` ON `account` (`email`);--> statement-breakpoint
CREATE TABLE `__new_need` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`reference` text,
	`source_ref` text,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`counted_version` integer,
	`chapter` text,
	`general` integer NOT NULL,
	`category` text,
	`subcategory` text,
	`topics` text NOT NULL,
	`types` text NOT NULL,
	`tags` text NOT NULL,
	`target_groups` text NOT NULL,
	`priority` integer,
	`text` text,
	`language` text,
	`quote` text,
	`paragraph` text,
	`page` integer,
	`search_text` text,
	`entered_by` text NOT NULL,
	`changed_by` text NOT NULL,
	`recoded_by` text,
	`origin` text,
	`reopened` text,
	`counted_at` text,
	`request` text,
	`lifted` integer DEFAULT false NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`entered_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`changed_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`recoded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "need_status_known" CHECK("status" in ('draft', 'submitted', 'returned', 'recoded', 'approved', 'withdrawn')),
	CONSTRAINT "need_chapter" CHECK("chapter" in ('II', 'III', 'IV', 'V')),
	CONSTRAINT "need_category" CHECK("category" in ('capacity-building', 'institution-building', 'legislative-assistance', 'research-and-data', 'policymaking', 'international-cooperation', 'other')),
	CONSTRAINT "need_language" CHECK("language" in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
	CONSTRAINT "need_request" CHECK("request" in ('objection', 'withdrawal'))
);
--> statement-breakpoint
INSERT INTO `__new_need`("id", "review_id", "reference", "source_ref", "status", "version", "counted_version", "chapter", "general", "category", "subcategory", "topics", "types", "tags", "target_groups", "priority", "text", "language", "quote", "paragraph", "page", "search_text", "entered_by", "changed_by", "recoded_by", "origin", "reopened", "counted_at", "created_at", "updated_at") SELECT "id", "review_id", "reference", "source_ref", "status", "version", "counted_version", "chapter", "general", "category", "subcategory", "topics", "types", "tags", "target_groups", "priority", "text", "language", "quote", "paragraph", "page", "search_text", "entered_by", "changed_by", "recoded_by", "origin", "reopened", "counted_at", "created_at", "updated_at" FROM `need`;--> statement-breakpoint
DROP TABLE `need`;--> statement-breakpoint
ALTER TABLE `__new_need` RENAME TO `need`;--> statement-breakpoint
CREATE UNIQUE INDEX `need_reference` ON `need` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `need_source_ref` ON `need` (`source_ref`);--> statement-breakpoint
CREATE INDEX `need_review` ON `need` (`review_id`,`status`);--> statement-breakpoint
CREATE INDEX `need_status` ON `need` (`status`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `need_updated` ON `need` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `need_counted` ON `need` (`counted_at`,`id`);--> statement-breakpoint
CREATE INDEX `need_of_review` ON `need` (`review_id`,`updated_at`,`id`);--> statement-breakpoint
ALTER TABLE `review` ADD `closed_at` text;--> statement-breakpoint
ALTER TABLE `review_version` ADD `closed_at` text;--> statement-breakpoint
ALTER TABLE `review_version` ADD `reason` text;