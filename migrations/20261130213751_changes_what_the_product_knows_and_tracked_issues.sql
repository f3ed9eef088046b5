CREATE TABLE `change_notes` (
	`tenant` text NOT NULL,
	`id` text NOT NULL,
	`source` text NOT NULL,
	`hash` text NOT NULL,
	`told_at` integer NOT NULL,
	`documented_at` integer,
	`reading` text,
	`body` text NOT NULL,
	PRIMARY KEY(`tenant`, `id`)
);
--> statement-breakpoint
CREATE INDEX `change_notes_told` ON `change_notes` (`tenant`,`told_at`,`id`);--> statement-breakpoint
CREATE TABLE `product_facts` (
	`tenant` text NOT NULL,
	`person_id` text NOT NULL,
	`as_of` integer NOT NULL,
	`until` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`tenant`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `product_facts_until` ON `product_facts` (`tenant`,`until`);--> statement-breakpoint
CREATE TABLE `tracked_issues` (
	`tenant` text NOT NULL,
	`id` text NOT NULL,
	`tracker` text NOT NULL,
	`ref` text,
	`state` text NOT NULL,
	`updated_at` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`tenant`, `id`)
);
--> statement-breakpoint
CREATE INDEX `tracked_issues_ref` ON `tracked_issues` (`tenant`,`tracker`,`ref`);