CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tenant` text NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`payload` text NOT NULL,
	`state` text DEFAULT 'due' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer DEFAULT 0 NOT NULL,
	`detail` text,
	`read_at` integer,
	`dismissed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key` ON `outbox` (`tenant`,`key`);--> statement-breakpoint
CREATE INDEX `outbox_order` ON `outbox` (`tenant`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`tenant`,`next_at`) WHERE state IN ('due', 'sending', 'repeating');--> statement-breakpoint
CREATE TABLE `questions` (
	`tenant` text NOT NULL,
	`id` text NOT NULL,
	`fix_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`tenant`, `id`)
);
--> statement-breakpoint
CREATE INDEX `questions_fix` ON `questions` (`tenant`,`fix_id`);--> statement-breakpoint
CREATE INDEX `questions_agent` ON `questions` (`tenant`,`state`,`agent_id`);--> statement-breakpoint
CREATE TABLE `reservations` (
	`tenant` text NOT NULL,
	`fix_id` text NOT NULL,
	`publication_id` text NOT NULL,
	`articles` text NOT NULL,
	`at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`tenant`, `fix_id`)
);
--> statement-breakpoint
CREATE INDEX `reservations_at` ON `reservations` (`tenant`,`at`);