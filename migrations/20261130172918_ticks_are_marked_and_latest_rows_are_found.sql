DROP INDEX `inbox_ticks`;--> statement-breakpoint
ALTER TABLE `inbox` ADD `is_tick` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `inbox` SET `is_tick` = 1 WHERE `state` = 'done' AND `type` IN ('reconcile', 'refresh', 'watch', 'seal', 'consolidate', 'calibrate', 'forget', 'digest', 'repair');--> statement-breakpoint
CREATE INDEX `inbox_recent` ON `inbox` (`tenant`,`received_at`,`at`,`key`);--> statement-breakpoint
CREATE INDEX `inbox_ticks` ON `inbox` (`received_at`) WHERE state = 'done' AND is_tick = 1;