import { type Ending, type EscalationReason, REOPEN_REASONS } from '../../shared/measure/ending.ts';
import { DAY_MS, WEEK_MS } from '../../shared/time.ts';
import { createRandom } from '../sandbox/random.ts';

/** The last instant of the year: an autumn Monday, 05:00 UTC. */
export const YEAR_END = Date.parse('2026-11-30T05:00:00Z');
export const YEAR_START = YEAR_END - 52 * WEEK_MS;

/** What becomes of an issue: nobody treated it, or a change healed it, did nothing, or made it worse. */
export const FATES = ['untreated', 'healed', 'not_healed', 'worse'] as const;
export type Fate = (typeof FATES)[number];

/** By how much a change moves how often an issue is asked. */
const EFFECT: Readonly<Record<Fate, number>> = { untreated: 1, healed: 0.15, not_healed: 1, worse: 1.7 };

/** An issue is treated because it spiked: in the two weeks before its change it is asked so much more. */
const SPIKE = 2;

export interface YearIssue {
  id: string;
  category: string;
  fate: Fate;
  gapId: string;
  /** When its gap opened and its change was published; null where nobody treated it. */
  openedAt: number | null;
  publishedAt: number | null;
}

export interface Year {
  issues: YearIssue[];
  endings: Ending[];
  /** What some customers answered of how easy it was, and which organizations left on which day. */
  efforts: { conversationId: string; score: number; at: number }[];
  departures: { organization: string; leftOn: string }[];
}

const CATEGORIES = ['Accounts', 'Billing', 'Calendar', 'Exports', 'Imports', 'Sharing'] as const;
const REASONS: readonly EscalationReason[] = ['no_article', 'article_wrong', 'product_defect', 'asked', 'unsure'];

/**
 * A year of a made-up account, all of it drawn from a seed: about `size` conversations of `treated` + `untreated` issues, asked
 * by 400 organizations of very different size, more in some weeks than in others. The treated issues take turns in three
 * fates. Nothing in it is text.
 */
export function makeYear({
  seed,
  size,
  treated,
  untreated,
}: {
  seed: string;
  size: number;
  treated: number;
  untreated: number;
}): Year {
  const random = createRandom(seed).next;
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const organizations = Array.from({ length: 400 }, (_, i) => ({ id: `org-${i}`, weight: 1 / (i + 8) }));
  const issues = Array.from({ length: treated + untreated }, (_, i): YearIssue => {
    const fate = i < treated ? (FATES[1 + (i % 3)] as Fate) : 'untreated';
    const publishedAt = fate === 'untreated' ? null : YEAR_START + (14 + Math.floor(random() * 24)) * WEEK_MS;
    const openedAt = publishedAt === null ? null : publishedAt - Math.floor((1 + random() * 5) * DAY_MS);
    return { id: `issue-${i}`, category: CATEGORIES[i % 6] as string, fate, gapId: `gap-${i}`, openedAt, publishedAt };
  });
  const season = Array.from(
    { length: 53 },
    (_, week) => 1 + 0.2 * Math.sin((week / 52) * 2 * Math.PI) + 0.2 * (random() - 0.5),
  );
  const weights = issues.map((_, i) => 0.5 + random() + 3 / (1 + (i % 20)));
  const slots = issues.flatMap((issue, i) =>
    season.slice(0, 52).map((factor, week) => {
      const from = YEAR_START + week * WEEK_MS;
      const since = issue.publishedAt === null ? -1 : from - issue.publishedAt;
      const isAfter = issue.publishedAt !== null && since >= 0;
      const isSpike = issue.publishedAt !== null && since < 0 && since >= -2 * WEEK_MS;
      return { issue, from, weight: (weights[i] ?? 1) * factor * (isAfter ? EFFECT[issue.fate] : isSpike ? SPIKE : 1) };
    }),
  );
  const slotOf = sampler(slots, random);
  const organizationOf = sampler(organizations, random);
  const endings = Array.from({ length: size }, (_, n): Ending => {
    const { issue, from } = slotOf();
    const isHealed = issue.fate === 'healed' && issue.publishedAt !== null && from >= issue.publishedAt;
    const organization = organizationOf();
    const openedAt = from + Math.floor(random() * WEEK_MS);
    const took = Math.floor(Math.exp(1 + random() * 8) * 60_000);
    const isServed = random() < (isHealed ? 0.9 : 0.55);
    const solvedBy = random() < 0.06 ? 'nobody' : random() < (isServed ? 0.35 : 0.1) ? 'bot' : 'person';
    const isEscalated = solvedBy === 'person' && random() < (isServed ? 0.08 : 0.3);
    const isInserted = solvedBy === 'person' && random() < 0.2;
    const kept = isInserted ? Math.floor(random() * 5) / 4 : null;
    return {
      conversationId: `c${String(n).padStart(6, '0')}`,
      requesterId: `${organization.id}/${Math.floor(random() * 4)}`,
      organizationId: organization.id,
      audience: null,
      language: 'en',
      issueId: random() < 0.04 ? null : issue.id,
      articleId: `article-${issue.category}`,
      diagnosis: isServed ? 'none' : pick(['missing', 'outdated', 'product_bug', 'needs_action'] as const),
      openedAt,
      solvedAt: openedAt + took,
      solvedBy,
      firstReplyMs: solvedBy === 'nobody' ? null : Math.floor(took * random()),
      firstReplyBy: solvedBy === 'nobody' ? null : solvedBy === 'bot' || random() < 0.2 ? 'bot' : 'person',
      customerRuns: 1 + Math.floor(random() * 3),
      touches: solvedBy === 'person' ? 1 + Math.floor(random() * 4) : 0,
      handovers: isEscalated ? 1 : 0,
      ...reopenedBy(random),
      rating: random() < 0.15 ? (random() < (isServed ? 0.9 : 0.5) ? 'good' : 'bad') : null,
      lastWord: pick(['thanked', 'silent', 'silent', 'said_more', 'displeased'] as const),
      escalation: isEscalated ? pick(REASONS) : null,
      advice:
        kept === null
          ? pick(['none', 'suggested'] as const)
          : kept === 1
            ? 'inserted'
            : kept > 0
              ? 'edited'
              : 'suggested',
      kept,
      tried: pick(['nothing_seen', 'nothing_seen', 'article', 'search', 'bot'] as const),
      isLinked: solvedBy === 'person' && random() < 0.3,
      search: solvedBy === 'person' && random() < 0.25 ? pick(['found', 'found', 'not_found'] as const) : null,
      isChaff: random() < 0.03,
    };
  });
  const efforts = endings
    .filter(() => random() < 0.1)
    .map(({ conversationId, solvedAt }) => ({ conversationId, score: 1 + Math.floor(random() * 7), at: solvedAt }));
  const departures = organizations
    .filter(() => random() < 0.3)
    .map(({ id }) => ({ organization: id, leftOn: dayAt(YEAR_START + Math.floor(random() * 52) * WEEK_MS) }));
  return { issues, endings, efforts, departures };
}

function reopenedBy(random: () => number): Pick<Ending, 'reopened' | 'reopenReason'> {
  const isReopened = random() < 0.05;
  const reason = REOPEN_REASONS[Math.floor(random() * REOPEN_REASONS.length)] ?? null;
  return { reopened: Number(isReopened), reopenReason: isReopened ? reason : null };
}

const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Draws one of weighted things, again and again. */
function sampler<T extends { weight: number }>(things: readonly T[], random: () => number): () => T {
  const sums: number[] = [];
  for (const { weight } of things) sums.push((sums.at(-1) ?? 0) + weight);
  return () => {
    const wanted = random() * (sums.at(-1) ?? 0);
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return things[low] as T;
  };
}
