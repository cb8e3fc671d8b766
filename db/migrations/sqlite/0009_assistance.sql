CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisation_name` ON `organisation` (`name_folded`);--> statement-breakpoint
CREATE TABLE `assistance` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`organisation_id` text,
	`theme` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`language` text NOT NULL,
	`from_on` text,
	`until_on` text,
	`search_text` text NOT NULL,
	`source_ref` text,
	`version` integer NOT NULL,
	`created_by` text NOT NULL,
	`changed_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`created_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`changed_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "assistance_theme_known" CHECK("theme" in ('hubs-and-platforms', 'laws-policies-institutions', 'public-procurement', 'private-sector', 'international-investment', 'judicial-integrity', 'education-and-youth', 'health', 'whistle-blowers', 'environment', 'sport', 'audit-institutions', 'conflict-situations')),
	CONSTRAINT "assistance_kind_known" CHECK("kind" in ('legislative-advice', 'institutional-advice', 'advice', 'policy', 'training', 'tool', 'knowledge-product', 'platform', 'hub', 'event', 'network', 'awareness', 'education', 'partnership', 'mainstreaming')),
	CONSTRAINT "assistance_status_known" CHECK("status" in ('planned', 'under-way', 'completed', 'cancelled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assistance_reference` ON `assistance` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `assistance_source_ref` ON `assistance` (`source_ref`);--> statement-breakpoint
CREATE INDEX `assistance_organisation` ON `assistance` (`organisation_id`,`reference`);--> statement-breakpoint
CREATE INDEX `assistance_theme` ON `assistance` (`theme`,`reference`);--> statement-breakpoint
CREATE INDEX `assistance_status` ON `assistance` (`status`,`reference`);--> statement-breakpoint
CREATE TABLE `assistance_about` (
	`assistance_id` text NOT NULL,
	`about` text NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`assistance_id`, `about`, `code`),
	FOREIGN KEY (`assistance_id`) REFERENCES `assistance`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "assistance_about_known" CHECK("about" in ('region', 'article', 'category', 'topic'))
);
--> statement-breakpoint
CREATE INDEX `assistance_about_code` ON `assistance_about` (`about`,`code`);--> statement-breakpoint
CREATE TABLE `assistance_preview` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`sha256` text NOT NULL,
	`rows` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `assistance_preview_account` ON `assistance_preview` (`account_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `assistance_state` (
	`assistance_id` text NOT NULL,
	`state_code` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`assistance_id`, `state_code`, `role`),
	FOREIGN KEY (`assistance_id`) REFERENCES `assistance`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "assistance_state_role" CHECK("role" in ('recipient', 'host'))
);
--> statement-breakpoint
CREATE INDEX `assistance_state_code` ON `assistance_state` (`state_code`);--> statement-breakpoint
CREATE TABLE `assistance_version` (
	`id` text PRIMARY KEY NOT NULL,
	`assistance_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`verb` text NOT NULL,
	`reason` text,
	`actor_id` text NOT NULL,
	`at` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	FOREIGN KEY (`assistance_id`) REFERENCES `assistance`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`actor_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "assistance_version_verb" CHECK("verb" in ('enter', 'import', 'change', 'cancel'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assistance_version_number` ON `assistance_version` (`assistance_id`,`version`);--> statement-breakpoint
CREATE INDEX `assistance_version_standing` ON `assistance_version` (`to_seq`,`assistance_id`);--> statement-breakpoint
CREATE TABLE `counter` (
	`name` text PRIMARY KEY NOT NULL,
	`numbered` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `hub` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`parent_id` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	CONSTRAINT "hub_kind_known" CHECK("kind" in ('hub', 'platform'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hub_name` ON `hub` (`name_folded`);--> statement-breakpoint
CREATE TABLE `hub_state` (
	`hub_id` text NOT NULL,
	`state_code` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	PRIMARY KEY(`hub_id`, `state_code`, `from_seq`),
	FOREIGN KEY (`hub_id`) REFERENCES `hub`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `hub_state_code` ON `hub_state` (`state_code`,`to_seq`);--> statement-breakpoint
CREATE TABLE `hub_version` (
	`id` text PRIMARY KEY NOT NULL,
	`hub_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`verb` text NOT NULL,
	`reason` text,
	`actor_id` text NOT NULL,
	`at` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	FOREIGN KEY (`hub_id`) REFERENCES `hub`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`actor_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "hub_version_verb" CHECK("verb" in ('enter', 'change'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hub_version_number` ON `hub_version` (`hub_id`,`version`);--> statement-breakpoint
CREATE INDEX `hub_version_standing` ON `hub_version` (`to_seq`,`hub_id`);--> statement-breakpoint
CREATE TABLE `match` (
	`id` text PRIMARY KEY NOT NULL,
	`assistance_id` text NOT NULL,
	`need_id` text NOT NULL,
	`degree` text NOT NULL,
	`state` text NOT NULL,
	`confirmation` text NOT NULL,
	`proposed_by_kind` text NOT NULL,
	`proposed_by` text NOT NULL,
	`grounds` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`assistance_id`) REFERENCES `assistance`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`proposed_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "match_degree" CHECK("degree" in ('partly', 'fully')),
	CONSTRAINT "match_state_known" CHECK("state" in ('proposed', 'accepted', 'rejected', 'withdrawn')),
	CONSTRAINT "match_confirmation" CHECK("confirmation" in ('none', 'confirmed', 'disputed')),
	CONSTRAINT "match_proposer" CHECK("proposed_by_kind" in ('register', 'provider', 'manager', 'focal-point', 'adviser'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `match_open` ON `match` (`assistance_id`,`need_id`) WHERE "state" in ('proposed', 'accepted');--> statement-breakpoint
CREATE INDEX `match_need` ON `match` (`need_id`,`state`);--> statement-breakpoint
CREATE INDEX `match_assistance` ON `match` (`assistance_id`,`state`);--> statement-breakpoint
CREATE TABLE `match_step` (
	`id` text PRIMARY KEY NOT NULL,
	`match_id` text NOT NULL,
	`number` integer NOT NULL,
	`verb` text NOT NULL,
	`degree` text NOT NULL,
	`reason` text,
	`actor_id` text NOT NULL,
	`at` text NOT NULL,
	`seq` integer NOT NULL,
	FOREIGN KEY (`match_id`) REFERENCES `match`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`actor_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "match_step_verb" CHECK("verb" in ('propose', 'accept', 'reject', 'dispute', 'answer', 'confirm', 'withdraw', 'reopen')),
	CONSTRAINT "match_step_degree" CHECK("degree" in ('partly', 'fully'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `match_step_number` ON `match_step` (`match_id`,`number`);--> statement-breakpoint
CREATE INDEX `match_step_seq` ON `match_step` (`seq`);--> statement-breakpoint
CREATE TABLE `plan` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`assistance_id` text,
	`version` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`assistance_id`) REFERENCES `assistance`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`created_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `plan_created` ON `plan` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `plan_need` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`need_id` text NOT NULL,
	`added_by` text NOT NULL,
	`at` text NOT NULL,
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`added_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_need_standing` ON `plan_need` (`plan_id`,`need_id`) WHERE "to_seq" is null;--> statement-breakpoint
CREATE INDEX `plan_need_need` ON `plan_need` (`need_id`,`to_seq`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_account` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`state_id` text,
	`nominated_by` text,
	`organisation_id` text,
	`region` text,
	`password_hash` text,
	`locale` text,
	`active` integer NOT NULL,
	`mail` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`state_id`) REFERENCES `state`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`nominated_by`) REFERENCES `state`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "account_role" CHECK("role" in ('focal-point', 'reviewer', 'manager', 'administrator', 'contributor', 'provider', 'adviser', 'system')),
	CONSTRAINT "account_locale" CHECK("locale" in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
	CONSTRAINT "account_mail" CHECK("mail" in ('daily', 'each', 'none')),
	CONSTRAINT "account_nominated" CHECK("role" = 'reviewer' or "nominated_by" is null),
	CONSTRAINT "account_region_known" CHECK("region" in ('AFR', 'APG', 'EEG', 'GRULAC', 'WEOG')),
	CONSTRAINT "account_organisation" CHECK(("role" = 'provider') = ("organisation_id" is not null)),
	CONSTRAINT "account_region" CHECK(("role" = 'adviser') = ("region" is not null)),
	CONSTRAINT "account_state" CHECK(("role" in ('focal-point', 'contributor')) = ("state_id" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_account`("id", "email", "name", "role", "state_id", "nominated_by", "organisation_id", "region", "password_hash", "locale", "active", "mail", "created_at") SELECT "id", "email", "name", "role", "state_id", "nominated_by", NULL, NULL, "password_hash", "locale", "active", "mail", "created_at" FROM `account`;--> statement-breakpoint
DROP TABLE `account`;--> statement-breakpoint
ALTER TABLE `__new_account` RENAME TO `account`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `account_email` ON `account` (`email`);