CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`state_id` text,
	`password_hash` text,
	`locale` text,
	`active` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`state_id`) REFERENCES `state`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "account_role" CHECK("role" in ('focal-point', 'reviewer', 'manager', 'administrator', 'system')),
	CONSTRAINT "account_locale" CHECK("locale" in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
	CONSTRAINT "account_state" CHECK(("role" = 'focal-point') = ("state_id" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_email` ON `account` (`email`);--> statement-breakpoint
CREATE TABLE `assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assignment_once` ON `assignment` (`review_id`,`account_id`);--> statement-breakpoint
CREATE INDEX `assignment_account` ON `assignment` (`account_id`);--> statement-breakpoint
CREATE TABLE `attempt` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`window_ends_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `change` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor_id` text NOT NULL,
	`verb` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`data` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `change_entity` ON `change` (`entity`,`entity_id`);--> statement-breakpoint
CREATE TABLE `event` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor_id` text,
	`kind` text NOT NULL,
	`data` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`purpose` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`created_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "invitation_purpose" CHECK("purpose" in ('invitation', 'reset'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_account` ON `invitation` (`account_id`);--> statement-breakpoint
CREATE TABLE `migration` (
	`name` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `need` (
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
	`entered_by` text NOT NULL,
	`changed_by` text NOT NULL,
	`recoded_by` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`entered_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`changed_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`recoded_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "need_status_known" CHECK("status" in ('draft', 'submitted', 'returned', 'recoded', 'approved', 'withdrawn')),
	CONSTRAINT "need_chapter" CHECK("chapter" in ('II', 'III', 'IV', 'V')),
	CONSTRAINT "need_category" CHECK("category" in ('capacity-building', 'institution-building', 'legislative-assistance', 'research-and-data', 'policymaking', 'international-cooperation', 'other')),
	CONSTRAINT "need_language" CHECK("language" in ('ar', 'en', 'es', 'fr', 'ru', 'zh'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `need_reference` ON `need` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `need_source_ref` ON `need` (`source_ref`);--> statement-breakpoint
CREATE INDEX `need_review` ON `need` (`review_id`,`status`);--> statement-breakpoint
CREATE INDEX `need_status` ON `need` (`status`,`updated_at`);--> statement-breakpoint
CREATE TABLE `need_article` (
	`need_id` text NOT NULL,
	`article` integer NOT NULL,
	PRIMARY KEY(`need_id`, `article`),
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "need_article_known" CHECK("article" between 5 and 59)
);
--> statement-breakpoint
CREATE INDEX `need_article_article` ON `need_article` (`article`);--> statement-breakpoint
CREATE TABLE `need_version` (
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
	`provision` text NOT NULL,
	`reason` text,
	`actor_id` text NOT NULL,
	`at` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`counted_from_seq` integer,
	`counted_to_seq` integer,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`actor_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "need_version_verb" CHECK("verb" in ('enter', 'edit', 'submit', 'return', 'recode', 'approve', 'reopen', 'withdraw')),
	CONSTRAINT "need_version_status" CHECK("status" in ('draft', 'submitted', 'returned', 'recoded', 'approved', 'withdrawn')),
	CONSTRAINT "need_version_chapter" CHECK("chapter" in ('II', 'III', 'IV', 'V')),
	CONSTRAINT "need_version_category" CHECK("category" in ('capacity-building', 'institution-building', 'legislative-assistance', 'research-and-data', 'policymaking', 'international-cooperation', 'other'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `need_version_number` ON `need_version` (`need_id`,`version`);--> statement-breakpoint
CREATE INDEX `need_version_counted` ON `need_version` (`counted_from_seq`,`counted_to_seq`);--> statement-breakpoint
CREATE TABLE `register` (
	`id` integer PRIMARY KEY NOT NULL,
	`demonstration` integer NOT NULL,
	`secret` text NOT NULL,
	`revision` integer NOT NULL,
	`head_hash` text NOT NULL,
	`event_seq` integer NOT NULL,
	`event_hash` text NOT NULL,
	`created_at` text NOT NULL,
	CONSTRAINT "register_one_row" CHECK("id" = 1)
);
--> statement-breakpoint
CREATE TABLE `review` (
	`id` text PRIMARY KEY NOT NULL,
	`state_id` text NOT NULL,
	`cycle` integer NOT NULL,
	`numbered` integer NOT NULL,
	`symbol` text,
	`completed_on` text,
	`published_on` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`state_id`) REFERENCES `state`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "review_cycle" CHECK("cycle" in (1, 2))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_state_cycle` ON `review` (`state_id`,`cycle`);--> statement-breakpoint
CREATE TABLE `review_version` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`version` integer NOT NULL,
	`region` text NOT NULL,
	`symbol` text,
	`completed_on` text,
	`published_on` text,
	`verb` text NOT NULL,
	`actor_id` text NOT NULL,
	`at` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`actor_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "review_version_region" CHECK("region" in ('AFR', 'APG', 'EEG', 'GRULAC', 'WEOG'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_version_number` ON `review_version` (`review_id`,`version`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `session_account` ON `session` (`account_id`);--> statement-breakpoint
CREATE TABLE `state` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`region` text NOT NULL,
	CONSTRAINT "state_region" CHECK("region" in ('AFR', 'APG', 'EEG', 'GRULAC', 'WEOG'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `state_code` ON `state` (`code`);--> statement-breakpoint
CREATE TABLE `subcategory` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`names` text NOT NULL,
	`position` integer NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`category` text NOT NULL,
	CONSTRAINT "subcategory_category" CHECK("category" in ('capacity-building', 'institution-building', 'legislative-assistance', 'research-and-data', 'policymaking', 'international-cooperation', 'other'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subcategory_code` ON `subcategory` (`code`,`from_seq`);--> statement-breakpoint
CREATE TABLE `tag` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`names` text NOT NULL,
	`position` integer NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tag_code` ON `tag` (`code`,`from_seq`);--> statement-breakpoint
CREATE TABLE `topic` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`names` text NOT NULL,
	`position` integer NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topic_code` ON `topic` (`code`,`from_seq`);--> statement-breakpoint
CREATE TABLE `type` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`names` text NOT NULL,
	`position` integer NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `type_code` ON `type` (`code`,`from_seq`);