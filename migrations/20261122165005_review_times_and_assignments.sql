CREATE TABLE `gap_assignments` (
	`tenant` text NOT NULL,
	`gap_id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`tenant`, `gap_id`)
);
--> statement-breakpoint
CREATE TABLE `review_times` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tenant` text NOT NULL,
	`fix_id` text NOT NULL,
	`verdict` text NOT NULL,
	`took_ms` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `review_times_at` ON `review_times` (`tenant`,`at`);