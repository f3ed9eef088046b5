DROP INDEX `observations_at`;--> statement-breakpoint
CREATE INDEX `observations_issue` ON `observations` (`tenant`,`issue_id`,`at`,`id`,`state`,`language`,`requester_id`,`organization_id`,`signals`);--> statement-breakpoint
CREATE INDEX `observations_at` ON `observations` (`tenant`,`at`,`id`,`state`);