CREATE TABLE `term_change` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`verb` text NOT NULL,
	`code` text NOT NULL,
	`into` text NOT NULL,
	`rest` text,
	`decided_on` text NOT NULL,
	`changed_by` text NOT NULL,
	`at` text NOT NULL,
	`from_seq` integer NOT NULL,
	FOREIGN KEY (`changed_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "term_change_kind" CHECK("kind" in ('subcategory', 'topic', 'tag')),
	CONSTRAINT "term_change_verb" CHECK("verb" in ('add', 'rename', 'merge', 'split'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `term_change_seq` ON `term_change` (`from_seq`);--> statement-breakpoint
CREATE TABLE `term_mapping` (
	`id` text PRIMARY KEY NOT NULL,
	`change_id` text NOT NULL,
	`need_id` text NOT NULL,
	`code` text NOT NULL,
	FOREIGN KEY (`change_id`) REFERENCES `term_change`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`need_id`) REFERENCES `need`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE UNIQUE INDEX `term_mapping_once` ON `term_mapping` (`change_id`,`need_id`);--> statement-breakpoint
CREATE INDEX `term_mapping_need` ON `term_mapping` (`need_id`);