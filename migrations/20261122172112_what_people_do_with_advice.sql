CREATE TABLE `outcomes` (
	`tenant` text NOT NULL,
	`id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`about` text,
	`at` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`tenant`, `id`)
);
--> statement-breakpoint
CREATE INDEX `outcomes_conversation` ON `outcomes` (`tenant`,`conversation_id`);--> statement-breakpoint
CREATE INDEX `outcomes_about` ON `outcomes` (`tenant`,`about`,`at`);--> statement-breakpoint
CREATE INDEX `outcomes_person` ON `outcomes` (`tenant`,`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `outcomes_at` ON `outcomes` (`tenant`,`at`);