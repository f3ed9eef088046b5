import type { ArticleHealth, DoubtedStatement, HealthFacts } from '../../../shared/advice.ts';
import type { GapCause } from '../../../shared/diagnosis.ts';
import type { Gap, Publication, StoredFix } from '../../../shared/gap.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { toldOtherwise } from '../findings/claims/told-otherwise.ts';
import { isLiving } from '../findings/silence.ts';
import { doubtOf } from '../issues/staff-verdicts.ts';
import type { LearnedArticle, Line } from '../learned/state.ts';
import { issueOf, type Learned } from '../learning/learned.ts';
import { changedStatements, statementsIn } from './article-statements.ts';

/** How long a healed article is shown as such. Origin: the watch's first look at outcomes, two weeks. */
export const HEALED_RECENTLY_MS = 14 * DAY_MS;

/** Organizations that asked, and statements agents confirmed, from which an article counts as validated. Stated. */
const VALIDATED_ASKED = 3;
const VALIDATED_STATEMENTS = 2;

/** Organizations told another value before that is a doubt: one may be an exception. */
const MIN_DOUBTING = 2;

/** Diagnoses that say something of an article's text: one that nobody finds, or whose product is broken, says what is so. */
const WRONG_TEXT: readonly GapCause[] = ['outdated', 'incomplete', 'contradictory'];

/** Most doubted statements told of one article. */
const MAX_DOUBTED = 3;

/** What storage knows of an article: its undecided gaps, the fixes that wait, what was published. */
export interface ArticleRecord {
  bodyHtml: string;
  updatedAt: number;
  gaps: readonly Gap[];
  waiting: readonly StoredFix[];
  publications: readonly Publication[];
  /** People of the staff (hashes) who flagged the article as a whole since it was changed last. */
  flaggedBy: readonly number[];
}

/** How far an article can be trusted at `now` (event time, ms), with the facts that say so. */
export function healthOf(
  learned: Learned,
  articleId: string,
  record: ArticleRecord,
  now: number,
): { health: ArticleHealth; why: HealthFacts } {
  const article = learned.articles.get(articleId);
  const issue = article && learned.issues.get(issueOf(learned, article.issueId));
  const voices = (of: (line: Line) => number[] | undefined) => article?.lines.flatMap((line) => of(line) ?? []) ?? [];
  const gap = record.gaps[0] ?? null;
  const published = record.publications.filter((p) => p.state === 'done' && p.reverts === null).map((p) => p.at);
  const why: HealthFacts = {
    statements: article?.lines.filter((line) => line.act !== 0).length ?? statementsIn(record.bodyHtml).length,
    confirmed: article?.lines.filter((line) => line.act !== 0 && isLiving(line)).length ?? 0,
    asked: issue?.counted ?? 0,
    doubted: article ? doubtedIn(learned, article, record) : [],
    saidWrong: new Set([...record.flaggedBy, ...voices((line) => line.wrong)]).size,
    saidRight: new Set(voices((line) => line.right)).size,
    gap: gap && { id: gap.id, cause: gap.cause, state: gap.state, people: gap.statistics.people ?? 0 },
    healedAt: published.length > 0 ? Math.max(...published) : null,
    editedAt: record.updatedAt,
  };
  return { health: read(why, record, now), why };
}

function read(why: HealthFacts, record: ArticleRecord, now: number): ArticleHealth {
  if (record.waiting.length > 0) return 'patch_waiting';
  if (why.saidWrong > why.saidRight || why.gap?.cause === 'contradictory') return 'contested';
  if (why.gap !== null && WRONG_TEXT.includes(why.gap.cause)) return 'stale';
  if (why.doubted.length > 0) return 'contested';
  if (why.healedAt !== null && now - why.healedAt <= HEALED_RECENTLY_MS) return 'healed_recently';
  return why.asked >= VALIDATED_ASKED && why.confirmed >= VALIDATED_STATEMENTS ? 'validated' : 'unproven';
}

/** Sentences with an open finding, then those that several were told with another value, the most doubted first. */
function doubtedIn(learned: Learned, article: LearnedArticle, record: ArticleRecord): DoubtedStatement[] {
  const people = new Map<number, number>();
  for (const finding of learned.findings.values()) {
    const line = finding.statistics.lineKey;
    if (finding.articleId === article.id && line !== undefined) people.set(line, finding.statistics.people ?? 0);
  }
  const texts = new Map(statementsIn(record.bodyHtml).map(({ key, text }) => [key, text]));
  const instead = new Map<number, string>();
  for (const told of toldOtherwise(learned, article))
    if (told.isValue && told.others >= MIN_DOUBTING && told.others >= told.own) {
      people.set(told.line, Math.max(people.get(told.line) ?? 0, told.others));
      instead.set(told.line, told.instead);
    }
  for (const line of article.lines) if (doubtOf(line) > 0) people.set(line.key, people.get(line.key) ?? 0);
  return [...people]
    .flatMap(([line, count]) => {
      const text = texts.get(line);
      return text === undefined
        ? []
        : [{ line, text, instead: insteadOf(text, record.waiting) ?? instead.get(line) ?? null, people: count }];
    })
    .sort((a, b) => b.people - a.people || a.line - b.line)
    .slice(0, MAX_DOUBTED);
}

function insteadOf(statement: string, waiting: readonly StoredFix[]): string | null {
  for (const fix of waiting) {
    const { removed, added } = changedStatements(fix.baseHtml ?? '', fix.bodyHtml);
    const at = removed.indexOf(statement);
    if (at >= 0) return added[at] ?? null;
  }
  return null;
}
