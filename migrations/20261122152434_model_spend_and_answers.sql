CREATE TABLE `model_answers` (
	`tenant` text NOT NULL,
	`request` text NOT NULL,
	`outcome` text NOT NULL,
	`json` text NOT NULL,
	`answered_by` text NOT NULL,
	`input_tokens` integer NOT NULL,
	`output_tokens` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`tenant`, `request`)
);
--> statement-breakpoint
CREATE TABLE `model_failures` (
	`tenant` text NOT NULL,
	`request` text NOT NULL,
	`kind` text NOT NULL,
	`count` integer NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`tenant`, `request`, `kind`)
);
--> statement-breakpoint
CREATE TABLE `model_spend` (
	`tenant` text NOT NULL,
	`day` text NOT NULL,
	`calls` integer NOT NULL,
	`tokens` integer NOT NULL,
	PRIMARY KEY(`tenant`, `day`)
);
