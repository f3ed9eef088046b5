import type { Pace, Queue, QueueItem } from '../../../shared/console/review.ts';
import type { FixKind } from '../../../shared/fix.ts';
import type { Gap, GapState, StoredFix } from '../../../shared/gap.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { isAtLeast, type Role } from '../../../shared/viewer.ts';
import { mayRead } from '../../core/advice/may-read.ts';
import { byWorth, PACE_DAYS, paceOf, worthOf } from '../../core/console/worth.ts';
import { failedChecks } from '../../core/gates/failed-checks.ts';
import { diffOf } from '../../core/html/line-diff.ts';
import { cutText } from '../../core/html/plain.ts';
import type { Ports } from '../ports/ports.ts';
import type { Assignment } from '../ports/stores/gaps.ts';
import type { Asked } from '../ports/stores/observations.ts';
import type { Snooze } from '../ports/stores/review-desk.ts';
import { hasCompanions } from '../propose/companions.ts';
import { isStoppedForAll } from '../switches/stop-all.ts';
import { askedLately, perWeekOf } from './asked.ts';

type QueuePorts = Pick<
  Ports,
  | 'articles'
  | 'cursors'
  | 'eventClock'
  | 'fixes'
  | 'gaps'
  | 'memory'
  | 'observations'
  | 'reviewDesk'
  | 'reviewTimes'
  | 'tenants'
  | 'wallClock'
>;

/** Measured decisions of which the median is taken: the latest. */
const PACE_DECISIONS = 500;
/** Quotes that a reviewer reads before deciding. */
const QUOTES_READ = 3;
/** What the list has room for, in UTF-16 units. */
const GLIMPSE_CHARS = 90;

/** What is read one by one: nothing of it stood before. */
const ALONE: readonly FixKind[] = ['new_article', 'reply_template', 'routing_rule'];

/** Gaps about which nothing was published yet. */
export const UNFINISHED: GapState[] = ['open', 'in_review', 'escalated', 'approved'];

/** The review queue of what a person may read: what prevents most tickets a second of review comes first. */
export async function readQueue(ports: QueuePorts, tenant: string, role: Role): Promise<Queue> {
  return queueOf(ports, tenant, role, await ports.gaps.list(tenant, UNFINISHED));
}

/** The same where the unfinished gaps were read already. */
export async function queueOf(
  ports: QueuePorts,
  tenant: string,
  role: Role,
  unfinished: readonly Gap[],
): Promise<Queue> {
  const fixes = await readableFixes(ports, tenant, role, await ports.fixes.list(tenant, ['in_review', 'escalated']));
  const gaps = new Map(unfinished.map((gap) => [gap.id, gap]));
  const asked = await askedLately(ports, tenant, unfinished);
  const kept = await readKept(ports, tenant);
  const items = fixes.map((fix) => itemOf(fix, gaps.get(fix.gapId) ?? null, asked.get(fix.gapId) ?? [], kept));
  const policy = await ports.tenants.policy(tenant);
  return {
    now: ports.eventClock.now(),
    views: await ports.reviewDesk.views(tenant),
    items: withoutLoneBatches(byWorth(items)),
    pace: await readPace(ports, tenant),
    isStopped: policy.isStopped || policy.isObserving || (await isStoppedForAll(ports)),
  };
}

/** Those that change no article which the person may not read. */
export async function readableFixes(
  ports: Pick<Ports, 'articles'>,
  tenant: string,
  role: Role,
  fixes: readonly StoredFix[],
): Promise<StoredFix[]> {
  const ids = [...new Set(fixes.flatMap(({ articleId, also = [] }) => [articleId, ...also.map((o) => o.articleId)]))];
  const known = isAtLeast(role, 'lead')
    ? []
    : await ports.articles.list(
        tenant,
        ids.filter((id) => id !== null),
      );
  const hidden = new Set(known.filter((article) => !mayRead(article, role)).map(({ id, locale }) => `${id} ${locale}`));
  const isHidden = (id: string | null, locale: string) => hidden.has(`${id} ${locale}`);
  return fixes.filter(
    ({ articleId, locale, also = [] }) =>
      !isHidden(articleId, locale) && !also.some((text) => isHidden(text.articleId, text.locale)),
  );
}

/** How long decisions took lately. */
export async function readPace(ports: Pick<Ports, 'reviewTimes' | 'wallClock'>, tenant: string): Promise<Pace> {
  const since = ports.wallClock.now() - PACE_DAYS * DAY_MS;
  return paceOf((await ports.reviewTimes.since(tenant, since, PACE_DECISIONS)).map((time) => time.tookMs));
}

/** What the team keeps beside decisions, by gap. */
export interface Kept {
  assignments: Map<string, Assignment>;
  snoozed: Map<string, Snooze>;
  /** Wall time, ms. */
  now: number;
}

export async function readKept(ports: Pick<Ports, 'gaps' | 'reviewDesk' | 'wallClock'>, tenant: string): Promise<Kept> {
  return {
    assignments: await ports.gaps.assignments(tenant),
    snoozed: await ports.reviewDesk.snoozed(tenant),
    now: ports.wallClock.now(),
  };
}

/** A fix as the queue shows it; `asked` are conversations of its gap in the last four weeks. */
export function itemOf(fix: StoredFix, gap: Gap | null, asked: readonly Asked[], kept: Kept): QueueItem {
  const perWeek = perWeekOf(asked);
  const failed = fix.gates.filter((gate) => !gate.isPassed).length;
  const { confidence, rehearsal } = fix;
  const assigned = kept.assignments.get(fix.gapId);
  const until = kept.snoozed.get(fix.gapId)?.until ?? 0;
  const doubts = failed + fix.openQuestions.length;
  return {
    fixId: fix.id,
    gapId: fix.gapId,
    patchHash: fix.patchHash,
    baseHash: fix.baseHash,
    kind: fix.kind,
    state: fix.state,
    title: fix.title,
    category: fix.category,
    language: fix.language,
    cause: gap?.cause ?? null,
    articleId: fix.articleId,
    createdAt: fix.createdAt,
    confidence,
    assignee: assigned ? { userId: assigned.userId, name: assigned.name } : null,
    snoozedUntil: until > kept.now ? until : null,
    hasFailed: failedChecks(fix).length > 0,
    isEdited: fix.isEdited,
    glimpse: glimpseOf(fix),
    people: gap?.statistics.people ?? fix.support.organizations,
    perWeek,
    worth: worthOf({ perWeek, confidence, rehearsal, words: wordsToRead(fix), doubts }),
    batch: isPlain(fix, doubts) ? [fix.kind, gap?.cause ?? 'none', fix.category].join('/') : null,
  };
}

/** Nothing speaks against it, so that it may be decided together with its like. */
function isPlain(fix: StoredFix, doubts: number): boolean {
  const isClean = doubts === 0 && (fix.rehearsal?.regressions ?? 0) === 0;
  return fix.state === 'in_review' && isClean && !ALONE.includes(fix.kind) && !hasCompanions(fix);
}

function withoutLoneBatches(items: QueueItem[]): QueueItem[] {
  const sizes = new Map<string, number>();
  for (const { batch } of items) if (batch !== null) sizes.set(batch, (sizes.get(batch) ?? 0) + 1);
  return items.map((item) => (item.batch !== null && sizes.get(item.batch) === 1 ? { ...item, batch: null } : item));
}

/** What tells a change from another of the same article: the first sentence that comes, else the first that goes. */
function glimpseOf(fix: StoredFix): string | null {
  if (fix.kind === 'terms') return cutText(fix.terms.join(', '), GLIMPSE_CHARS);
  if (fix.baseHtml === null) return null;
  const lines = diffOf(fix.baseHtml, fix.bodyHtml);
  const line = lines.find(({ kind }) => kind === 'added') ?? lines.find(({ kind }) => kind === 'removed');
  const text = line?.parts.map((part) => part.text).join('') ?? '';
  return text === '' ? null : cutText(text, GLIMPSE_CHARS);
}

function wordsToRead(fix: StoredFix): number {
  const changed = diffOf(fix.baseHtml ?? '', fix.bodyHtml).filter((line) => line.kind !== 'same');
  const texts = [
    ...(fix.kind === 'terms' ? fix.terms : changed.map((line) => line.parts.map((part) => part.text).join(''))),
    ...fix.evidence.slice(0, QUOTES_READ).map((quote) => quote.quote),
  ];
  return texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
}
