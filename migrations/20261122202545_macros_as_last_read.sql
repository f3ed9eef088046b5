CREATE TABLE `macros` (
	`tenant` text NOT NULL,
	`id` text NOT NULL,
	`body` text NOT NULL,
	`said` text NOT NULL,
	PRIMARY KEY(`tenant`, `id`)
);
