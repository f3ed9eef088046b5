CREATE TABLE `spent_states` (
	`hash` text PRIMARY KEY NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `token_locks` (
	`tenant` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `tenants` ADD `state_since` integer DEFAULT 0 NOT NULL;