CREATE TABLE `departures` (
	`tenant` text NOT NULL,
	`customer` text NOT NULL,
	`left_at` integer NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`tenant`, `customer`)
);
--> statement-breakpoint
CREATE INDEX `departures_left` ON `departures` (`tenant`,`left_at`);--> statement-breakpoint
CREATE TABLE `effort_answers` (
	`tenant` text NOT NULL,
	`conversation_id` text NOT NULL,
	`score` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`tenant`, `conversation_id`)
);
--> statement-breakpoint
CREATE INDEX `effort_answers_at` ON `effort_answers` (`tenant`,`at`);--> statement-breakpoint
ALTER TABLE `endings` ADD `reopen_reason` text;--> statement-breakpoint
ALTER TABLE `endings` ADD `search` text;--> statement-breakpoint
ALTER TABLE `endings` ADD `is_chaff` integer DEFAULT 0 NOT NULL;