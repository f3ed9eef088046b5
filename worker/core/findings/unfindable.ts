import type { Finding } from '../learned/finding.ts';
import type { Issue, Learned, LearnedArticle, Member } from '../learned/state.ts';
import { seen, standing } from '../statistics/sequential.ts';
import { hash32, nameOf } from '../text/hash32.ts';
import { stem } from '../text/words.ts';
import { SUSPICIONS } from './suspicions.ts';

/** Distinct people who must have asked in a word before it may be a search term: a word of one organization may name it. */
const MIN_TERM_PEOPLE = 3;

/** Share of an issue's people who use a word, from which it is how they ask. */
const MIN_SHARE = 0.2;

/** Share of all who use a word that ask about this issue, from which it is this issue's word. */
const EXCLUSIVE = 0.6;

/** Most terms of one proposal: more than a person reads at a glance says too little. */
const MAX_TERMS = 5;

/** Conversations in which agents must have used a word before it may be a search term. */
const MIN_AGENTS_USES = 2;

/** Worth of a word in a title or label beside one in the body, as help-center searches weigh them. */
const TITLE_WORTH = 2;

/** A word customers ask in that stands in no article. */
export interface Lacking {
  /** The word's feature in customers' mouth, and the word as agents wrote it. */
  feature: number;
  word: string;
  /** Counted members who asked in it. */
  members: Member[];
}

/**
 * The finding that an article answers an issue but its customers' words don't lead there: they ask in a word that no
 * article holds, and for most of them a plain search over titles, labels and bodies gives another article first or none.
 */
export function unfindableIn(learned: Learned, issue: Issue): Finding | null {
  const article = issue.articleId === null ? undefined : learned.articles.get(issue.articleId);
  if (!article || issue.counted < SUSPICIONS.unfindable.organizations) return null;
  const key = nameOf('unfindable', article.id);
  if (learned.settled.has(key)) return null;
  const uses = usesIn(learned);
  const misses = (m: Member) => isMissedBy(learned, article, m, uses);
  const judged = lackingWords(learned, issue, (m) => m.opening, uses).map(({ members }) => {
    const inTime = members.toSorted((a, b) => a.seen - b.seen);
    const observed = inTime.map((m) => seen(misses(m)));
    return { members, ...standing(observed, SUSPICIONS.unfindable) };
  });
  const sure = judged.filter((w) => w.isTold);
  if (sure.length === 0) return null;
  const askers = [...new Set(sure.flatMap((w) => w.members))];
  return {
    key,
    cause: 'unfindable',
    issueId: issue.id,
    articleId: article.id,
    title: article.title,
    conversationIds: askers.map((m) => m.conversationId),
    statistics: {
      people: askers.length,
      of: issue.members.filter((m) => m.counts).length,
      words: sure.length,
      missed: askers.filter(misses).length,
      logOdds: Math.max(...sure.map((w) => w.logOdds)),
    },
  };
}

/** Words for an article's search: what it lacks of its customers' words, where most who used them would miss it. */
export function searchTerms(learned: Learned, issue: Issue): Lacking[] {
  const article = issue.articleId === null ? undefined : learned.articles.get(issue.articleId);
  if (!article) return [];
  const uses = usesIn(learned);
  return lackingWords(learned, issue, (m) => m.customer, uses)
    .filter(({ members }) => members.filter((m) => isMissedBy(learned, article, m, uses)).length * 2 > members.length)
    .slice(0, MAX_TERMS);
}

/** Words that an issue's customers use, that agents use there too, and that no article holds; commonest first. */
function lackingWords(learned: Learned, issue: Issue, said: (m: Member) => readonly number[], uses: Uses): Lacking[] {
  const counted = issue.members.filter((m) => m.counts);
  const asked = new Map<number, Member[]>();
  for (const m of counted)
    for (const f of said(m)) {
      const members = asked.get(f);
      if (members) members.push(m);
      else asked.set(f, [m]);
    }
  const found: Lacking[] = [];
  for (const [feature, members] of asked) {
    if (members.length < Math.max(MIN_TERM_PEOPLE, MIN_SHARE * counted.length)) continue;
    const word = learned.words.get(feature);
    if (word === undefined) continue;
    if ((issue.counts.get(feature) ?? 0) < EXCLUSIVE * (learned.background.get(feature) ?? 0)) continue;
    if ((issue.counts.get(hash32(`g:${stem(word)}`)) ?? 0) < MIN_AGENTS_USES) continue;
    if (uses(feature) === 0) found.push({ feature, word, members });
  }
  return found.sort((a, b) => b.members.length - a.members.length || (a.word < b.word ? -1 : 1));
}

/** In how many articles a word stands, looked up once a word. */
type Uses = (feature: number) => number;

function usesIn(learned: Learned): Uses {
  const known = new Map<number, number>();
  return (f) => {
    const before = known.get(f);
    if (before !== undefined) return before;
    let n = 0;
    for (const a of learned.articles.values()) if (a.titleWords.includes(f) || a.bodyWords.includes(f)) n++;
    known.set(f, n);
    return n;
  };
}

/** Whether a plain search for a member's first words does not lead to the article. */
function isMissedBy(learned: Learned, article: LearnedArticle, m: Member, uses: Uses): boolean {
  const own = plainScore(learned, article, m.opening, uses);
  return (
    own === 0 ||
    [...learned.articles.values()].some((a) => a !== article && plainScore(learned, a, m.opening, uses) >= own)
  );
}

/** Inverse document frequency of the asked words that an article holds, title before body. */
function plainScore(learned: Learned, article: LearnedArticle, asked: readonly number[], uses: Uses): number {
  let sum = 0;
  for (const f of asked) {
    const worth = article.titleWords.includes(f) ? TITLE_WORTH : article.bodyWords.includes(f) ? 1 : 0;
    if (worth > 0) sum += worth * Math.log(1 + learned.articles.size / Math.max(1, uses(f)));
  }
  return sum;
}
