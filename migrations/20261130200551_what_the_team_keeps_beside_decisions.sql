CREATE TABLE `remarks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tenant` text NOT NULL,
	`gap_id` text NOT NULL,
	`at` integer NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `remarks_gap` ON `remarks` (`tenant`,`gap_id`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`tenant` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`tenant`, `id`)
);
--> statement-breakpoint
CREATE TABLE `snoozes` (
	`tenant` text NOT NULL,
	`gap_id` text NOT NULL,
	`until` integer NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`tenant`, `gap_id`)
);
