import { z } from 'zod';

/** What a figure's numbers are: a share of 0 to 1, minutes, hours, seconds, or how many. */
export const FIGURE_UNITS = ['share', 'minutes', 'hours', 'seconds', 'number'] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

/** Every figure, in the order in which a page shows them; docs/figures.md defines each. */
export const FIGURE_IDS = [
  'verified',
  'durable_machine',
  'contained',
  'machine_alone',
  'machine_first',
  'first_contact',
  'first_contact_net',
  'unserved',
  'novel',
  'came_back_7',
  'came_back_30',
  'reopened',
  'escalated',
  'touches',
  'first_reply',
  'time_to_solve',
  'rated_good',
  'rated_good_machine',
  'rated_good_person',
  'rated',
  'effort',
  'easy',
  'easy_machine',
  'easy_person',
  'left',
  'chaff',
  'linked',
  'reused',
  'search_success',
  'advice_used',
  'reply_kept',
  'tried',
  'conversations',
  'found',
  'published',
  'healed',
  'detect_tickets',
  'detect_hours',
  'detect_early',
  'publish_hours',
  'review_seconds',
  'approved_whole',
  'machine_drafted',
  'made_articles',
  'changed_articles',
  'made_replies',
  'change_lag',
  'launch_lag',
  'change_documented',
  'fresh',
  'fresh_used',
  'hours_repeats',
  'hours_novel',
  'hours_review',
  'hours_correcting',
  'hours_writing',
] as const;
export type FigureId = (typeof FIGURE_IDS)[number];

/**
 * A measured number with its 95% interval. `n` is what it rests on: conversations, findings or decisions. `value` is null where
 * there is nothing to measure; `isEnough` is false where so few say too little to act on.
 */
export interface Measured {
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
  isEnough: boolean;
}

/** A measured number of one period, named by its first local day (`2026-11-01`), or of one group. */
export interface MeasuredAt extends Measured {
  at: string;
}

/** A reason with its share by period; `isReturning` where it was met often in each of the last three periods that are over. */
export interface ReasonAt extends MeasuredAt {
  periods: MeasuredAt[];
  isReturning: boolean;
}

/**
 * One figure over the whole span, by period, and where it is counted by them: by the age of the issue, by category, by reason.
 * `spread` says of a median between which values the middle half lies.
 */
export interface Figure {
  id: FigureId;
  unit: FigureUnit;
  /** What it is computed from, by the names of docs/figures.md, and where its definition comes from. */
  formula: string;
  source: string;
  all: Measured;
  spread: { low: number; high: number } | null;
  periods: MeasuredAt[];
  byAge: MeasuredAt[];
  byCategory: MeasuredAt[];
  byReason: ReasonAt[];
}

export const FIGURE_PERIODS = ['week', 'month'] as const;
export type FigurePeriod = (typeof FIGURE_PERIODS)[number];

interface Estimate {
  value: number;
  low: number;
  high: number;
}

/**
 * What changes did to how often their issues are asked: `ratio` of what would have come without them (1: nothing),
 * conversations `prevented` in the eight weeks after each, both with their 95% intervals, and the `chance` that as large an
 * effect shows where there is none. Or what is lacking to say so: treated issues that are old enough, or untreated ones.
 */
export type Value =
  | { state: 'not_enough'; lacks: 'treated' | 'controls'; treated: number; controls: number }
  | { state: 'measured'; treated: number; controls: number; ratio: Estimate; prevented: Estimate; chance: number };

/** Conversations behind a figure: those that the viewer may open, and how many more there are. */
export interface FigureDrill {
  conversations: { conversationId: string; openedAt: number; url: string }[];
  others: number;
}

/** What is asked of figures: weeks or months, of one category or of all. */
export const askedFiguresSchema = z.object({
  period: z.enum(FIGURE_PERIODS).default('month'),
  category: z.string().max(500).optional(),
});

/** What prevented conversations would have taken: hours, and what they cost where the tenant said what an hour does. */
export interface Worth {
  hours: Estimate;
  cost: Estimate | null;
  currency: string;
}

/** What can drift: conversations that ask nothing, that ask what is new, that are in a language. */
export const DRIFT_KINDS = ['chaff', 'novel', 'language'] as const;

/** A share that rose lately, more than chance would have it: of which `kind`, in which language, from what to what. */
export interface Drift {
  kind: (typeof DRIFT_KINDS)[number];
  language: string | null;
  before: number;
  now: number;
}

/** The figures of a tenant: days are those of its time zone, `from` and `to` included. */
export interface Figures {
  timeZone: string;
  period: FigurePeriod;
  from: string;
  to: string;
  category: string | null;
  categories: string[];
  figures: Figure[];
  /** What confidence promised of decided fixes, and how many were right: as far as customers have shown. */
  reliability: { from: number; to: number; predicted: number; observed: Measured }[];
  /** What changes were worth, of all categories together; null before the first day was counted. */
  value: Value | null;
  worth: Worth | null;
  /** By what hours were reckoned. */
  minutes: { reply: number; article: number };
  drift: Drift[];
}
