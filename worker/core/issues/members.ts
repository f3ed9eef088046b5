import { named } from '../acts/features.ts';
import type { Issue, Learned, LearnedArticle, Member } from '../learned/state.ts';
import { hash32 } from '../text/hash32.ts';

/** Pseudo-conversations that an article's own words stand for when its issue is born. */
export const BORN = 2;

/** Most people remembered an issue; beyond that one more cannot tilt it. */
const MAX_PEOPLE = 512;

/** Most members remembered an issue. */
export const MAX_MEMBERS = 48;

/** Wordings remembered an act. */
const MAX_WORDINGS = 6;

/** Conversations remembered an act as its witnesses. */
const MAX_WITNESSES = 3;

/** An issue with nothing in it. */
export function emptyIssue(id: string, articleId: string | null): Issue {
  return {
    id,
    articleId,
    size: 0,
    counted: 0,
    people: [],
    peopleSeen: 0,
    customers: [],
    customersSeen: 0,
    firstAt: 0,
    lastAt: 0,
    born: 0,
    counts: new Map(),
    spoken: new Map(),
    places: new Map(),
    witnesses: new Map(),
    wordings: new Map(),
    asked: new Map(),
    lean: new Map(),
    members: [],
    finding: null,
  };
}

/** Gives an issue the article's own words and lines as if BORN conversations had said them. */
export function seedFromArticle(learned: Learned, issue: Issue, article: LearnedArticle): void {
  for (const feature of seeds(learned, article)) {
    issue.counts.set(feature, (issue.counts.get(feature) ?? 0) + BORN);
    learned.background.set(feature, (learned.background.get(feature) ?? 0) + BORN);
  }
  for (const f of article.asked) {
    raise(issue.asked, f, BORN);
    raise(learned.asked, f, BORN);
  }
  issue.born += BORN;
  learned.backgroundSize += BORN;
}

/** Takes the article's words out again, when it changed or went. */
export function unseed(learned: Learned, issue: Issue, article: LearnedArticle): void {
  for (const feature of seeds(learned, article)) {
    lower(issue.counts, feature, BORN);
    lower(learned.background, feature, BORN);
  }
  for (const f of article.asked) {
    lower(issue.asked, f, BORN);
    lower(learned.asked, f, BORN);
  }
  issue.born = Math.max(0, issue.born - BORN);
  learned.backgroundSize = Math.max(0, learned.backgroundSize - BORN);
}

function seeds(learned: Learned, article: LearnedArticle): Set<number> {
  const found = new Set<number>();
  for (const line of article.lines) {
    if (line.act !== 0) found.add(line.act);
    line.stems.forEach((s, i) => {
      found.add(named(learned, s, line.surfaces[i] ?? s));
      found.add(hash32(`c:${s}`));
    });
  }
  return found;
}

/** Adds a member to an issue: one person or organization counts once, however often they write. */
export function join(learned: Learned, issue: Issue, member: Member): void {
  member.counts = !issue.people.includes(member.person);
  issue.size++;
  issue.firstAt = issue.firstAt === 0 ? member.at : Math.min(issue.firstAt, member.at);
  issue.lastAt = Math.max(issue.lastAt, member.at);
  issue.members.push(member);
  if (issue.members.length > MAX_MEMBERS) {
    const idle = issue.members.findIndex((m) => !m.counts);
    issue.members.splice(Math.max(0, idle), 1);
  }
  if (!issue.customers.includes(member.requester)) {
    issue.customers.push(member.requester);
    issue.customersSeen++;
    if (issue.customers.length > MAX_PEOPLE) issue.customers.shift();
  }
  if (member.counts) count(learned, issue, member);
}

/** Takes a member out of an issue again; where its person has written again, that conversation counts in its place. */
export function leave(learned: Learned, issue: Issue, member: Member): void {
  issue.members = issue.members.filter((m) => m !== member);
  issue.size--;
  if (!issue.members.some((m) => m.requester === member.requester) && issue.customers.includes(member.requester)) {
    issue.customers = issue.customers.filter((c) => c !== member.requester);
    issue.customersSeen--;
  }
  if (!member.counts) return;
  issue.people = issue.people.filter((p) => p !== member.person);
  issue.peopleSeen--;
  issue.counted--;
  add(learned, issue, member, -1);
  const next = issue.members.find((m) => m.person === member.person);
  if (!next) return;
  next.counts = true;
  count(learned, issue, next);
}

function count(learned: Learned, issue: Issue, member: Member): void {
  issue.people.push(member.person);
  issue.peopleSeen++;
  if (issue.people.length > MAX_PEOPLE) issue.people.shift();
  issue.counted++;
  add(learned, issue, member, 1);
}

/** A conversation, or the question of it that is named, that changed its issue. */
export interface Move {
  conversationId: string;
  question: number;
  issueId: string;
}

/** Moves a member from one issue to another. */
export function move(learned: Learned, from: Issue, to: Issue, member: Member): Move {
  leave(learned, from, member);
  const article = to.articleId === null ? undefined : learned.articles.get(to.articleId);
  const said = article ? article.lines.filter((line) => member.acts.includes(line.act)) : [];
  member.lines = said.map((line) => line.key);
  member.lineSpeakers = said.map((line) => member.speakers[member.acts.indexOf(line.act)] ?? 0);
  join(learned, to, member);
  return { conversationId: member.conversationId, question: member.question ?? 0, issueId: to.id };
}

function add(learned: Learned, issue: Issue, member: Member, sign: 1 | -1): void {
  const last = Math.max(1, member.turns.at(-1) ?? 1);
  learned.backgroundSize = Math.max(0, learned.backgroundSize + sign);
  learned.conversations = Math.max(0, learned.conversations + sign);
  for (const word of member.words) {
    raiseOrLower(issue.spoken, word, sign);
    raiseOrLower(learned.spoken, word, sign);
  }
  for (const f of member.asked) {
    raiseOrLower(issue.asked, f, sign);
    raiseOrLower(learned.asked, f, sign);
  }
  for (const f of featuresOf(member)) {
    raiseOrLower(issue.counts, f, sign);
    raiseOrLower(learned.background, f, sign);
  }
  member.acts.forEach((act, i) => {
    const known = (issue.witnesses.get(act) ?? []).filter((id) => id !== member.conversationId);
    if (sign > 0) known.push(member.conversationId);
    if (known.length) issue.witnesses.set(act, known.slice(-MAX_WITNESSES));
    else issue.witnesses.delete(act);
    countWording(issue, act, member.wordings[i] ?? 0, member.conversationId, sign);
    const place = (member.turns[i] ?? 0) / last;
    if (sign > 0) issue.places.set(act, (issue.places.get(act) ?? 0) + place);
    else if (!issue.counts.has(act)) issue.places.delete(act);
    else issue.places.set(act, (issue.places.get(act) ?? 0) - place);
  });
  const article = issue.articleId === null ? undefined : learned.articles.get(issue.articleId);
  if (!article) return;
  for (const line of article.lines) {
    if (line.since > member.seen) continue;
    line.trials = Math.max(0, line.trials + sign);
    if (member.lines.includes(line.key)) line.said = Math.max(0, line.said + sign);
  }
}

/** Counts a wording of an act up or down; a new one takes the place of the one met least. */
function countWording(issue: Issue, act: number, key: number, conversationId: string, sign: 1 | -1): void {
  const known = issue.wordings.get(act) ?? [];
  const same = known.find((w) => w.key === key);
  if (same) {
    same.met += sign;
    if (sign > 0) same.conversationId = conversationId;
  } else if (sign > 0) known.push({ key, met: 1, conversationId });
  const kept = known.filter((w) => w.met > 0);
  if (kept.length > MAX_WORDINGS) {
    kept.sort((a, b) => b.met - a.met || a.key - b.key);
    kept.splice(MAX_WORDINGS - 1, kept.length - MAX_WORDINGS);
  }
  if (kept.length) issue.wordings.set(act, kept);
  else issue.wordings.delete(act);
}

/** Every feature of a member, acts and words of both sides. */
export function featuresOf(member: Member): number[] {
  return [...member.acts, ...member.agent, ...member.customer];
}

function raiseOrLower(counts: Map<number, number>, key: number, sign: 1 | -1): void {
  if (sign > 0) raise(counts, key, 1);
  else lower(counts, key, 1);
}

/** Raises a count. */
export function raise(counts: Map<number, number>, key: number, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** Lowers a count and forgets it at nothing. */
export function lower(counts: Map<number, number>, key: number, by: number): void {
  const n = (counts.get(key) ?? 0) - by;
  if (n > 1e-9) counts.set(key, n);
  else counts.delete(key);
}
