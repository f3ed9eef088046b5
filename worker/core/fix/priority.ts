import type { Signal, SignalKind } from '../../../shared/signal.ts';
import { DAY_MS } from '../../../shared/time.ts';

/** An issue not asked about for this long weighs half. Origin: stated default, two working weeks. */
export const HALF_LIFE_DAYS = 14;

/** Days over which the frequency is counted. Origin: four whole weeks, so that weekdays weigh the same. */
export const FREQUENCY_WINDOW_DAYS = 28;

/**
 * The share of each component in the score; they sum to 1. Origin: DocBrain's published formula (breadth .25, volume
 * .20, negative share .15, recency .10), its model-read parts given to organizations and severity.
 */
export const IMPACT_WEIGHTS = {
  customers: 0.25,
  organizations: 0.25,
  severity: 0.2,
  frequency: 0.2,
  recency: 0.1,
} as const;

/** Counts that give a component half of its most: the difference between 1 and 5 matters more than 51 and 55. */
export const HALF_AT = { customers: 5, organizations: 3, perWeek: 3 } as const;

/** How bad one signal is, 0 to 1; several of one person add up as independent ones. Origin: stated order, not measured. */
export const SEVERITY: Readonly<Record<SignalKind, number>> = {
  bad_rating: 0.6,
  bot_answer_failed: 0.5,
  escalation: 0.5,
  frustration: 0.5,
  reopen: 0.4,
  repeat_contact: 0.4,
  agent_flag: 0.4,
  rephrase: 0.3,
  suggestion_rejected: 0.3,
  failed_search: 0.2,
  low_confidence: 0.2,
  suggestion_edited: 0.1,
  solved_without_article: 0.1,
};

/** Bounds of what a segment may do: it shifts the order, it does not make it. */
export const SEGMENT_BOUNDS = { min: 0.5, max: 2 } as const;

export interface ImpactInput {
  conversations: readonly {
    at: number;
    requesterId: string;
    organizationId: string | null;
    signals: readonly Signal[];
    segment?: Readonly<Record<string, string>>;
  }[];
  /** Event time in ms. */
  now: number;
  /** A weight for a segment's value by `key=value` (`plan=enterprise`: 2); others weigh 1. */
  segmentWeights?: Readonly<Record<string, number>>;
}

/** `customers`, `organizations` and `perWeek` are counts; the others 0 to 1, `segment` a factor within its bounds. */
export interface Impact {
  score: number;
  components: {
    customers: number;
    organizations: number;
    severity: number;
    perWeek: number;
    recency: number;
    segment: number;
    shares: Record<keyof typeof IMPACT_WEIGHTS, number>;
  };
}

/**
 * How much an issue matters, 0 to 100, with every part of it. Counted by distinct customers and by distinct parties (an
 * organization, or a person who belongs to none): severity, frequency and segment are averages and counts over parties,
 * each by its worst or latest conversation, so that one that writes fifty times weighs as one. Nothing gives 0.
 */
export function impactOf({ conversations, now, segmentWeights = {} }: ImpactInput): Impact {
  const past = conversations.filter((conversation) => conversation.at <= now);
  const parties = Map.groupBy(
    past,
    (conversation) => conversation.organizationId ?? `person ${conversation.requesterId}`,
  );
  const each = [...parties.values()].map((own) => ({
    latest: Math.max(...own.map((conversation) => conversation.at)),
    severity: Math.max(...own.map((conversation) => severityOf(conversation.signals))),
    segment: Math.max(...own.map((conversation) => segmentWeight(conversation.segment ?? {}, segmentWeights))),
  }));
  const customers = new Set(past.map((conversation) => conversation.requesterId)).size;
  const recent = each.filter((party) => now - party.latest <= FREQUENCY_WINDOW_DAYS * DAY_MS).length;
  const perWeek = recent / (FREQUENCY_WINDOW_DAYS / 7);
  const severity = mean(each.map((party) => party.severity));
  const recency = Math.max(0, ...each.map((party) => 2 ** (-(now - party.latest) / (HALF_LIFE_DAYS * DAY_MS))));
  const segment = each.length > 0 ? mean(each.map((party) => party.segment)) : 1;
  const shares = {
    customers: IMPACT_WEIGHTS.customers * saturated(customers, HALF_AT.customers),
    organizations: IMPACT_WEIGHTS.organizations * saturated(parties.size, HALF_AT.organizations),
    severity: IMPACT_WEIGHTS.severity * severity,
    frequency: IMPACT_WEIGHTS.frequency * saturated(perWeek, HALF_AT.perWeek),
    recency: IMPACT_WEIGHTS.recency * recency,
  };
  const sum = Object.values(shares).reduce((total, share) => total + share, 0);
  const components = { customers, organizations: parties.size, severity, perWeek, recency, segment, shares };
  return { score: Math.min(100, 100 * sum * segment), components };
}

/** How badly one conversation went, 0 to 1: 1 - the product of what each kind of signal leaves. */
export function severityOf(signals: readonly Signal[]): number {
  const kinds = new Set(signals.map((signal) => signal.kind));
  return 1 - [...kinds].reduce((left, kind) => left * (1 - SEVERITY[kind]), 1);
}

function segmentWeight(segment: Readonly<Record<string, string>>, weights: Readonly<Record<string, number>>): number {
  const own = Object.entries(segment).flatMap(([key, value]) => weights[`${key}=${value}`] ?? []);
  const weight = own.length > 0 ? Math.max(...own) : 1;
  return Number.isFinite(weight) ? Math.min(SEGMENT_BOUNDS.max, Math.max(SEGMENT_BOUNDS.min, weight)) : 1;
}

const saturated = (count: number, halfAt: number): number => count / (count + halfAt);
const mean = (values: readonly number[]): number =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
