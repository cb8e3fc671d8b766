CREATE TABLE `credential` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`hash` text,
	`sealed` text,
	`used_step` integer,
	`created_at` text NOT NULL,
	`confirmed_at` text,
	`ended_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "credential_kind" CHECK("kind" in ('totp', 'recovery'))
);
--> statement-breakpoint
CREATE INDEX `credential_account` ON `credential` (`account_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `credential_hash` ON `credential` (`hash`);--> statement-breakpoint
ALTER TABLE `session` ADD `last_seen_at` text;--> statement-breakpoint
ALTER TABLE `session` ADD `enrolling_since` text;--> statement-breakpoint
ALTER TABLE `session` ADD `agent` text;--> statement-breakpoint
ALTER TABLE `session` ADD `network` text;