DROP INDEX `conversations_age`;--> statement-breakpoint
CREATE INDEX `conversations_updated` ON `conversations` (`tenant`,`updated_at`);--> statement-breakpoint
DROP INDEX `outcomes_conversation`;--> statement-breakpoint
CREATE INDEX `outcomes_conversation` ON `outcomes` (`tenant`,`conversation_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `article_versions_at` ON `article_versions` (`tenant`,`at`,`source`);