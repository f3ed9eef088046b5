import type { Finding } from '../learned/finding.ts';
import type { Issue, Learned, LearnedArticle, Member } from '../learned/state.ts';
import { hash32, nameOf } from '../text/hash32.ts';
import { stem } from '../text/words.ts';

/** Distinct people who must have asked in a word before it is reported, and before it may be a search term (a word of one organization may name it). */
const MIN_PEOPLE = 4;
const MIN_TERM_PEOPLE = 3;

/** Share of an issue's people who use a word, from which it is how they ask. */
const MIN_SHARE = 0.2;

/** Share of all who use a word that ask about this issue, from which it is this issue's word. */
const EXCLUSIVE = 0.6;

/** Most terms of one proposal: more than a person reads at a glance says too little. */
const MAX_TERMS = 5;

/** Conversations in which agents must have used a word before it may be a search term. */
const MIN_AGENTS_USES = 2;

/** Belief that most who ask in a word miss the article, from which it is told: 1 in 100, as it is looked at again and again. */
const SURE = 0.99;

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
  if (!article || issue.counted < MIN_PEOPLE) return null;
  const key = nameOf('unfindable', article.id);
  if (learned.settled.has(key)) return null;
  const uses = usesIn(learned);
  const lacking = lackingWords(learned, issue, (m) => m.opening, uses).filter((w) => w.members.length >= MIN_PEOPLE);
  const sure = lacking.filter(
    (w) => surelyMissed(missedBy(learned, article, w.members, uses), w.members.length) >= SURE,
  );
  if (sure.length === 0) return null;
  const askers = [...new Set(sure.flatMap((w) => w.members))];
  const missed = missedBy(learned, article, askers, uses);
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
      missed,
      belief: surelyMissed(missed, askers.length),
    },
  };
}

/** Words for an article's search: what it lacks of its customers' words, where most who used them would miss it. */
export function searchTerms(learned: Learned, issue: Issue): Lacking[] {
  const article = issue.articleId === null ? undefined : learned.articles.get(issue.articleId);
  if (!article) return [];
  const uses = usesIn(learned);
  return lackingWords(learned, issue, (m) => m.customer, uses)
    .filter((w) => missedBy(learned, article, w.members, uses) * 2 > w.members.length)
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

/** How many of these members a plain search for their first words does not lead to the article. */
function missedBy(learned: Learned, article: LearnedArticle, members: readonly Member[], uses: Uses): number {
  return members.filter((m) => {
    const own = plainScore(learned, article, m.opening, uses);
    return (
      own === 0 ||
      [...learned.articles.values()].some((a) => a !== article && plainScore(learned, a, m.opening, uses) >= own)
    );
  }).length;
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

/** Belief that more than half miss the article, given that `missed` of `n` did (even prior): a Beta tail, exactly a binomial's. */
export function surelyMissed(missed: number, n: number): number {
  let term = 0.5 ** (n + 1);
  let sum = 0;
  for (let i = 0; i <= missed; i++) {
    sum += term;
    term *= (n + 1 - i) / (i + 1);
  }
  return Math.min(1, sum);
}
