import { z } from 'zod';
import type { FigureId, FigureUnit, Measured } from './figure.ts';

/** `observing`: everything is learned and drafted, nothing is written to the helpdesk. `running`: a person said *go*. */
export const PILOT_STATES = ['observing', 'running', 'ended'] as const;
export type PilotState = (typeof PILOT_STATES)[number];

/** What the numbers recommend once the days are over. `hold`: not enough is known yet. */
export const PILOT_ADVICE = ['widen', 'hold', 'stop'] as const;
export type PilotAdvice = (typeof PILOT_ADVICE)[number];

/** Reasons of a recommendation: the pilot's days are not over; too few organizations; questions fell; rose; did neither; a change did harm. */
export const PILOT_REASONS = ['too_early', 'too_few', 'less', 'more', 'no_difference', 'harm'] as const;
export type PilotReason = (typeof PILOT_REASONS)[number];

/** Sections to begin with, best first, and in numbers why: how often they are asked, and how much of it repeats. */
export interface PilotProposal {
  category: string;
  perWeek: number;
  repeatShare: number;
  unservedShare: number;
}

/**
 * What was so before *go*, as it was frozen: how often the chosen sections and the others were asked a week, by how many
 * organizations, and the smallest change that so many days could show (a share of what is asked; null: none could).
 */
export interface PilotBaseline {
  from: number;
  to: number;
  perWeek: number;
  othersPerWeek: number;
  organizations: number;
  unserved: { value: number; low: number; high: number } | null;
  detectable: number | null;
}

export interface Pilot {
  id: string;
  state: PilotState;
  categories: string[];
  days: number;
  startedAt: number;
  startedBy: string;
  baseline: PilotBaseline | null;
  goAt: number | null;
  goBy: string | null;
  endedAt: number | null;
}

/** A figure of the pilot's sections alone: of as many days before *go*, and since. It stands beside the one that is judged. */
export interface PilotFigure {
  id: FigureId;
  unit: FigureUnit;
  before: Measured;
  after: Measured;
}

/** What changed otherwise: the other sections a week, before and since; changes of the product that were told; publications. */
export interface Meanwhile {
  othersBefore: number;
  othersAfter: number;
  changesTold: number;
  published: number;
}

/** What observing has brought so far: whole days, conversations that ended, gaps that opened, proposals that wait. */
export interface Observed {
  days: number;
  conversations: number;
  found: number;
  waiting: number;
}

/**
 * The primary figure, named beforehand: how often the pilot's sections are asked after *go*, as a ratio of what the other
 * sections let expect; 1 where nothing changed.
 */
export interface PilotOutcome {
  figures: PilotFigure[];
  meanwhile: Meanwhile;
  perWeek: number;
  ratio: number;
  low: number;
  high: number;
  organizations: number;
  advice: PilotAdvice;
  reason: PilotReason;
}

export interface PilotView {
  /** Nothing is written to the helpdesk: of a new account also before a pilot is begun. */
  isObserving: boolean;
  pilot: Pilot | null;
  observed: Observed | null;
  /** The baseline as *go* would freeze it now; null where it is frozen or there is no pilot. */
  preview: PilotBaseline | null;
  proposals: PilotProposal[];
  outcome: PilotOutcome | null;
  /** Days of the account's past that can stand in a baseline already. */
  knownDays: number;
}

export const beginPilotSchema = z.strictObject({
  categories: z.array(z.string().min(1).max(500)).min(1).max(20),
  days: z.number().int().min(7).max(84).default(28),
});
export type BeginPilot = z.infer<typeof beginPilotSchema>;
