CREATE TABLE `session_nonces` (
	`tenant` text NOT NULL,
	`session_id` text NOT NULL,
	`nonce` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`tenant`, `session_id`, `nonce`)
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`tenant` text NOT NULL,
	`id` text NOT NULL,
	`proof_id` text NOT NULL,
	`proof_seal` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`locale` text NOT NULL,
	`started_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`checked_at` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`tenant`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_proof` ON `sessions` (`tenant`,`proof_id`);--> statement-breakpoint
CREATE INDEX `sessions_end` ON `sessions` (`tenant`,`ends_at`);