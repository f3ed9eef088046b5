import type { FixOutcome } from './measure/outcome.ts';

/**
 * Where a category stands: `automatic` publishes by itself now, `earned` would if it were switched on, `locked` has not
 * earned it, `stopped` was stopped, `never` is billing, security, legal or medical.
 */
export const UNLOCK_STATES = ['automatic', 'earned', 'locked', 'stopped', 'never'] as const;
export type UnlockState = (typeof UNLOCK_STATES)[number];

/** What a category lacks to publish by itself, in numbers and in a sentence for a person. */
export interface Unlock {
  category: string;
  state: UnlockState;
  isSwitchedOn: boolean;
  /** "23 more clean approvals unlock automatic publishing for Sign-in." */
  words: string;
  cleanApprovalsMissing: number;
  /** Weeks until then at the pace of the last eight, where every one stays clean; null where too few tell a pace. */
  weeksMissing: number | null;
  /** Decided fixes of the category with at least the floor's confidence, and how many were approved as they stood. */
  decided: number;
  clean: number;
  /** The rate of bad fixes is at most this, with 95 % assurance; 1 where nothing is known. */
  upperBound: number;
}

/** Where automatic publishing stands for a tenant. `floor` and `targetBadRate` are those that hold. */
export interface AutonomyStatus {
  isEnabled: boolean;
  isStopped: boolean;
  /** Whether nothing is published by itself for any account: the operator alone lets it go on. */
  isAutomaticStopped: boolean;
  floor: number;
  targetBadRate: number;
  /** Fixes decided so far, of the first ones that are always reviewed. */
  reviewed: number;
  reviewedFirst: number;
  categories: Unlock[];
}

/**
 * What a policy would have done with the past: of `decided` fixes so many would have been published without a person, and
 * so those ended. `bad` of them were later edited, rejected or reverted. `examples` are the latest, bad ones first.
 */
export interface WhatIf {
  floor: number;
  targetBadRate: number;
  decided: number;
  published: number;
  bad: number;
  outcomes: Record<FixOutcome, number>;
  categories: { category: string; published: number; bad: number }[];
  examples: { fixId: string; title: string; category: string; confidence: number; outcome: FixOutcome; at: number }[];
  /** One sentence for a person. */
  words: string;
}
