CREATE TABLE `day_counts` (
	`tenant` text NOT NULL,
	`day` text NOT NULL,
	`category` text NOT NULL,
	`age` text NOT NULL,
	`counts` text NOT NULL,
	PRIMARY KEY(`tenant`, `day`, `category`, `age`)
);
--> statement-breakpoint
CREATE TABLE `endings` (
	`tenant` text NOT NULL,
	`conversation_id` text NOT NULL,
	`requester_id` text NOT NULL,
	`organization_id` text,
	`audience` text,
	`language` text NOT NULL,
	`category` text NOT NULL,
	`issue_id` text,
	`article_id` text,
	`diagnosis` text NOT NULL,
	`opened_at` integer NOT NULL,
	`solved_at` integer NOT NULL,
	`solved_by` text NOT NULL,
	`first_reply_ms` integer,
	`first_reply_by` text,
	`customer_runs` integer NOT NULL,
	`touches` integer NOT NULL,
	`handovers` integer NOT NULL,
	`reopened` integer NOT NULL,
	`rating` text,
	`last_word` text NOT NULL,
	`escalation` text,
	`advice` text NOT NULL,
	`kept` real,
	`tried` text NOT NULL,
	`is_linked` integer NOT NULL,
	PRIMARY KEY(`tenant`, `conversation_id`)
);
--> statement-breakpoint
CREATE INDEX `endings_opened` ON `endings` (`tenant`,`opened_at`,`conversation_id`);--> statement-breakpoint
CREATE INDEX `endings_issue` ON `endings` (`tenant`,`issue_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `endings_person` ON `endings` (`tenant`,`requester_id`,`opened_at`);--> statement-breakpoint
CREATE TABLE `issue_weeks` (
	`tenant` text NOT NULL,
	`week` text NOT NULL,
	`issue_id` text NOT NULL,
	`asked` integer NOT NULL,
	PRIMARY KEY(`tenant`, `week`, `issue_id`)
);
--> statement-breakpoint
CREATE TABLE `measure_due` (
	`tenant` text NOT NULL,
	`at` integer NOT NULL,
	`due_at` integer NOT NULL,
	PRIMARY KEY(`tenant`, `at`)
);
--> statement-breakpoint
CREATE INDEX `measure_due_next` ON `measure_due` (`tenant`,`due_at`,`at`);--> statement-breakpoint
CREATE TABLE `pilots` (
	`tenant` text NOT NULL,
	`id` text NOT NULL,
	`state` text NOT NULL,
	`started_at` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`tenant`, `id`)
);
