ALTER TABLE `observations` ADD `lot` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `observations_lot` ON `observations` (`tenant`,`language`,`lot`);