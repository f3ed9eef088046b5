import { z } from 'zod';

/** A configured confidence floor below this is treated as this (AutoModerator's rule; reliability goal G16). */
export const MIN_CONFIDENCE_FLOOR = 0.95;

/**
 * What a tenant allows. Every field has a safe default: nothing is published by itself until a person says so.
 * `autoPublish.categories` names the help-center sections that may publish by themselves; empty means none.
 */
export const policySchema = z
  .object({
    autoPublish: z
      .object({
        isEnabled: z.boolean().default(false),
        categories: z.array(z.string()).default([]),
        confidenceFloor: z.number().min(0).max(1).default(MIN_CONFIDENCE_FLOOR),
        reviewedFirst: z.number().int().min(0).default(20),
        maxPerDay: z.number().int().min(0).default(5),
      })
      .prefault({}),
    isStopped: z.boolean().default(false),
    stoppedCategories: z.array(z.string()).default([]),
    stoppedArticles: z.array(z.string()).default([]),
    targetBadRate: z.number().min(0.001).max(0.5).default(0.05),
    /** How the tenant's articles speak ("short, second person"), for a model that words drafts; at most 300 characters. */
    voice: z.string().max(300).default(''),
    backfillDays: z.number().int().min(1).max(365).default(30),
  })
  .prefault({});
export type Policy = z.infer<typeof policySchema>;
