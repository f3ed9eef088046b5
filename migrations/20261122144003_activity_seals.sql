CREATE TABLE `activity_seals` (
	`tenant` text NOT NULL,
	`up_to` integer NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`tenant`, `up_to`)
);
