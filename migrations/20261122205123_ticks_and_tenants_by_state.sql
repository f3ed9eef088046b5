DROP INDEX `inbox_done`;--> statement-breakpoint
CREATE INDEX `inbox_ticks` ON `inbox` (`received_at`) WHERE state = 'done' AND type IN ('reconcile', 'refresh', 'watch', 'seal', 'consolidate',
  'calibrate', 'forget', 'digest', 'repair');--> statement-breakpoint
CREATE INDEX `tenants_state` ON `tenants` (`state`,`state_since`);