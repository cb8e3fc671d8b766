CREATE TABLE `import_preview` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`review_id` text NOT NULL,
	`name` text NOT NULL,
	`sha256` text NOT NULL,
	`rows` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `import_preview_account` ON `import_preview` (`account_id`,`created_at`);