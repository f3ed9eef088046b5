CREATE TABLE `automatic_acts` (
	`tenant` text NOT NULL,
	`kind` text NOT NULL,
	`conversation_id` text NOT NULL,
	`requester_id` text NOT NULL,
	`category` text NOT NULL,
	`state` text NOT NULL,
	`verdict` text NOT NULL,
	`at` integer NOT NULL,
	`judged_at` integer,
	`body` text NOT NULL,
	PRIMARY KEY(`tenant`, `kind`, `conversation_id`)
);
--> statement-breakpoint
CREATE INDEX `automatic_acts_verdict` ON `automatic_acts` (`tenant`,`verdict`,`at`);--> statement-breakpoint
CREATE INDEX `automatic_acts_judged` ON `automatic_acts` (`tenant`,`kind`,`category`,`judged_at`);--> statement-breakpoint
CREATE INDEX `automatic_acts_requester` ON `automatic_acts` (`tenant`,`requester_id`,`at`);