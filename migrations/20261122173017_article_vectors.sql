CREATE TABLE `vectors` (
	`tenant` text NOT NULL,
	`space` text NOT NULL,
	`article_id` text NOT NULL,
	`locale` text NOT NULL,
	`passage` integer NOT NULL,
	`hash` text NOT NULL,
	`vector` text,
	PRIMARY KEY(`tenant`, `space`, `article_id`, `locale`, `passage`)
);
