CREATE TABLE `activity` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tenant` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`what` text NOT NULL,
	`subject` text NOT NULL,
	`reason` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `activity_tenant` ON `activity` (`tenant`,`id`);--> statement-breakpoint
CREATE TABLE `article_versions` (
	`tenant` text NOT NULL,
	`article_id` text NOT NULL,
	`locale` text NOT NULL,
	`hash` text NOT NULL,
	`title` text NOT NULL,
	`body_html` text NOT NULL,
	`at` integer NOT NULL,
	`by` text,
	`source` text NOT NULL,
	PRIMARY KEY(`tenant`, `article_id`, `locale`, `at`, `hash`)
);
--> statement-breakpoint
CREATE TABLE `articles` (
	`tenant` text NOT NULL,
	`id` text NOT NULL,
	`locale` text NOT NULL,
	`body` text NOT NULL,
	`hash` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`tenant`, `id`, `locale`)
);
--> statement-breakpoint
CREATE TABLE `conversations` (
	`tenant` text NOT NULL,
	`id` text NOT NULL,
	`body` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`tenant`, `id`)
);
--> statement-breakpoint
CREATE INDEX `conversations_age` ON `conversations` (`updated_at`);--> statement-breakpoint
CREATE TABLE `cursors` (
	`tenant` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`tenant`, `name`)
);
--> statement-breakpoint
CREATE TABLE `dead_letters` (
	`tenant` text NOT NULL,
	`key` text NOT NULL,
	`message` text NOT NULL,
	`reason` text NOT NULL,
	`attempts` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`tenant`, `key`)
);
--> statement-breakpoint
CREATE TABLE `fixes` (
	`tenant` text NOT NULL,
	`id` text NOT NULL,
	`gap_id` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`tenant`, `id`)
);
--> statement-breakpoint
CREATE INDEX `fixes_gap` ON `fixes` (`tenant`,`gap_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `fixes_state` ON `fixes` (`tenant`,`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `gaps` (
	`tenant` text NOT NULL,
	`id` text NOT NULL,
	`state` text NOT NULL,
	`opened_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`tenant`, `id`)
);
--> statement-breakpoint
CREATE INDEX `gaps_state` ON `gaps` (`tenant`,`state`,`opened_at`);--> statement-breakpoint
CREATE TABLE `inbox` (
	`tenant` text NOT NULL,
	`key` text NOT NULL,
	`type` text NOT NULL,
	`message` text NOT NULL,
	`at` integer NOT NULL,
	`rank` integer NOT NULL,
	`not_before` integer DEFAULT 0 NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`state` text DEFAULT 'new' NOT NULL,
	`reason` text,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`tenant`, `key`)
);
--> statement-breakpoint
CREATE INDEX `inbox_due` ON `inbox` (`tenant`,`at`,`rank`,`key`) WHERE state = 'new';--> statement-breakpoint
CREATE INDEX `inbox_done` ON `inbox` (`received_at`) WHERE state <> 'new';--> statement-breakpoint
CREATE TABLE `learned_rows` (
	`tenant` text NOT NULL,
	`language` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`json` text NOT NULL,
	PRIMARY KEY(`tenant`, `language`, `kind`, `key`)
);
--> statement-breakpoint
CREATE TABLE `learning_log` (
	`tenant` text NOT NULL,
	`seq` integer NOT NULL,
	`language` text NOT NULL,
	`kind` text NOT NULL,
	`ref` text NOT NULL,
	`entry` text NOT NULL,
	PRIMARY KEY(`tenant`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `learning_snapshots` (
	`tenant` text NOT NULL,
	`language` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`tenant`, `language`)
);
--> statement-breakpoint
CREATE TABLE `leases` (
	`tenant` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `observations` (
	`tenant` text NOT NULL,
	`id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`revision` text NOT NULL,
	`language` text NOT NULL,
	`question` text NOT NULL,
	`suggested` text NOT NULL,
	`coverage` real,
	`diagnosis` text,
	`issue_id` text,
	`article_id` text,
	`signals` text NOT NULL,
	`requester_id` text NOT NULL,
	`organization_id` text,
	PRIMARY KEY(`tenant`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `observations_conversation` ON `observations` (`tenant`,`conversation_id`);--> statement-breakpoint
CREATE INDEX `observations_person` ON `observations` (`tenant`,`requester_id`,`at`);--> statement-breakpoint
CREATE INDEX `observations_at` ON `observations` (`tenant`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `publications` (
	`tenant` text NOT NULL,
	`id` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`tenant`, `id`)
);
--> statement-breakpoint
CREATE INDEX `publications_at` ON `publications` (`tenant`,`at`);--> statement-breakpoint
CREATE TABLE `secrets` (
	`tenant` text NOT NULL,
	`name` text NOT NULL,
	`sealed` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`tenant`, `name`)
);
--> statement-breakpoint
CREATE TABLE `tenants` (
	`id` text PRIMARY KEY NOT NULL,
	`vendor` text NOT NULL,
	`account_id` text NOT NULL,
	`subdomain` text NOT NULL,
	`base_url` text NOT NULL,
	`state` text NOT NULL,
	`locale` text NOT NULL,
	`policy` text NOT NULL,
	`created_at` integer NOT NULL
);
