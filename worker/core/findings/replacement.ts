import { contained, isAsking, SAME_ACT, sharedOrder, similarity } from '../acts/acts.ts';
import { isOneBreath } from '../acts/same-turn.ts';
import type { Act, Issue, Learned, LearnedArticle, Line } from '../learned/state.ts';
import { isLiving, sentencesBeside, silentLines } from './silence.ts';
import { speaksInLines } from './verbatim.ts';

/** A line that nobody says any more, and an act that seems to have taken its place. */
export interface Replacement {
  line: Line;
  act: Act;
  /** People of the issue who heard the act. */
  said: number;
  /** Shared word order; shared content; whether it comes where the line stands; whether it is the kind of sentence. 0 to 1. */
  frame: number;
  topic: number;
  place: number;
  kind: number;
  score: number;
}

/** People, and share of the issue, in which an act must recur. */
const MIN_SAID = 4;
const MIN_SHARE = 0.05;

/** Weight of place and kind beside the better of frame and topic. */
const PLACE_WEIGHT = 0.5;
const KIND_WEIGHT = 0.25;

/** What it costs at most to be said less than the commonest candidate. */
const SAID_WEIGHT = 0.15;

/** Score from which a pair stands by its wording, and the place fit it needs. */
const WORDED = 1;
const WORDED_PLACE = 0.4;

/** Shared content, or shared word order, without which wording says nothing. */
const WORDED_TOPIC = 0.3;
const WORDED_FRAME = 0.55;

/** Share of the issue, and place fit, from which the only candidate of its kind stands without shared wording. */
const SOLE_SHARE = 0.15;
const SOLE_PLACE = 0.6;

/** Shared content from which the only candidate of its kind stands although it stands elsewhere in the talk. */
const SOLE_TOPIC = 0.2;

/** Similarity (swaps allowed) from which an act may be another wording of a living line. */
const CLAIM = 0.6;

/** Share of a line's content from which an act says the line, whatever else it says. */
const REPEATS = 0.8;

/** Content held by several lines together from which a sentence only repeats them. */
const COMPOSITE = 0.7;

/** Pairs of silent lines and their replacements, each line and act once, surest first. */
export function replacements(learned: Learned, issue: Issue, article: LearnedArticle): Replacement[] {
  if (!speaksInLines(issue)) return [];
  const silent = silentLines(issue, article);
  if (silent.length === 0) return [];
  const free = unexplained(learned, issue, article, silent);
  const alone = new Set(free.filter((a) => !free.some((b) => b !== a && isOneBreath(issue.members, a.id, b.id))));
  const most = Math.max(1, ...free.map((act) => issue.counts.get(act.id) ?? 0));
  const pairs: Replacement[] = [];
  for (const line of silent) {
    const claimed = claimedBesides(learned, issue, article, line, free);
    for (const act of free) {
      if (claimed.has(act.id) || contained(learned, line, act) >= REPEATS) continue;
      pairs.push(paired(learned, issue, article, line, act, most));
    }
  }
  pairs.sort((a, b) => b.score - a.score || b.said - a.said || a.line.key - b.line.key || a.act.id - b.act.id);
  const found: Replacement[] = [];
  const isFree = (p: Replacement): boolean => found.every((f) => f.line !== p.line && f.act !== p.act);
  for (const pair of pairs) if (isFree(pair) && isWorded(pair, alone.has(pair.act))) found.push(pair);
  return [
    ...found,
    ...inOrder(
      issue,
      article,
      pairs.filter((p) => isFree(p) && alone.has(p.act) && isSoleKind(learned, issue, article, p)),
    ),
  ];
}

/** Pairs left without shared wording: as many lines as acts in one section pair off in order, else none of them does. */
function inOrder(issue: Issue, article: LearnedArticle, pairs: readonly Replacement[]): Replacement[] {
  const found: Replacement[] = [];
  for (const section of new Set(pairs.map((p) => p.line.section))) {
    const own = pairs.filter((p) => p.line.section === section);
    const lines = [...new Set(own.map((p) => p.line))].sort(
      (a, b) => article.lines.indexOf(a) - article.lines.indexOf(b),
    );
    const acts = [...new Set(own.map((p) => p.act))].sort(
      (a, b) => placeOf(issue, a.id) - placeOf(issue, b.id) || a.id - b.id,
    );
    const matched = lines.map((line, i) => own.find((p) => p.line === line && p.act === acts[i]));
    if (lines.length === acts.length && matched.every((p) => p !== undefined)) found.push(...matched);
  }
  return found;
}

/**
 * Whether a pair's wording speaks for it: the act shares content with the line, or a frame around other content, and agents
 * don't mostly say it in the same turn as another act.
 */
function isWorded(pair: Replacement, isAlone: boolean): boolean {
  if (pair.score < WORDED || pair.place < WORDED_PLACE) return false;
  if (pair.kind === 0 && isAsking(pair.line) !== isAsking(pair.act)) return false;
  return pair.topic >= WORDED_TOPIC || (pair.frame >= WORDED_FRAME && isAlone);
}

/** Whether nothing but kind, place and frequency speak for a pair, and these do. */
function isSoleKind(learned: Learned, issue: Issue, article: LearnedArticle, pair: Replacement): boolean {
  if (pair.kind === 0 || pair.said < SOLE_SHARE * issue.counted) return false;
  const isInPlace = pair.place >= SOLE_PLACE && isAsking(pair.line) && isAsking(pair.act);
  const isOnTopic = pair.topic >= SOLE_TOPIC && pair.place >= WORDED_PLACE;
  return (isInPlace || isOnTopic) && !isComposite(learned, pair.act, toldBeside(article, pair.line));
}

/** Recurrent acts of the issue that no living line says, most said first. */
function unexplained(learned: Learned, issue: Issue, article: LearnedArticle, silent: readonly Line[]): Act[] {
  const others = article.lines.filter((line) => line.act !== 0 && !silent.includes(line));
  const found: Act[] = [];
  for (const [id, said] of issue.counts) {
    const act = learned.acts.get(id);
    if (!act || said < Math.max(MIN_SAID, MIN_SHARE * issue.counted)) continue;
    if (article.lines.some((line) => line.act === act.id)) continue;
    if (others.some((line) => similarity(learned, act, line) >= SAME_ACT)) continue;
    found.push(act);
  }
  return found.sort((a, b) => (issue.counts.get(b.id) ?? 0) - (issue.counts.get(a.id) ?? 0) || a.id - b.id);
}

/** What a sentence may repeat together: the sentences beside a line, and the labels of the article's fields. */
function toldBeside(article: LearnedArticle, line: Line): Line[] {
  return article.lines.filter((o) => o !== line && o.act !== 0 && (!o.isSentence || o.section === line.section));
}

function isComposite(learned: Learned, act: Act, lines: readonly Line[]): boolean {
  if (lines.some((line) => contained(learned, act, line) >= COMPOSITE)) return false;
  const stems = new Set(lines.flatMap((line) => line.stems));
  return contained(learned, act, { stems: [...stems] }) >= COMPOSITE;
}

/**
 * Acts that another wording of a living line explains: where several stand near one living line that is itself said less,
 * the first of them in the talk is that line's if it stands before, the last if it stands after.
 */
function claimedBesides(
  learned: Learned,
  issue: Issue,
  article: LearnedArticle,
  line: Line,
  free: readonly Act[],
): Set<number> {
  const claimed = new Set<number>();
  for (const other of article.lines) {
    if (other === line || other.section !== line.section || !other.isSentence || !isLiving(other)) continue;
    const near = free.filter(
      (a) => (issue.counts.get(a.id) ?? 0) > other.said && similarity(learned, a, other, 0) >= CLAIM,
    );
    near.sort((a, b) => placeOf(issue, a.id) - placeOf(issue, b.id) || a.id - b.id);
    const own = article.lines.indexOf(other) < article.lines.indexOf(line) ? near[0] : near.at(-1);
    if (own) claimed.add(own.id);
  }
  return claimed;
}

function paired(
  learned: Learned,
  issue: Issue,
  article: LearnedArticle,
  line: Line,
  act: Act,
  most: number,
): Replacement {
  const said = issue.counts.get(act.id) ?? 0;
  const frame = sharedOrder(line.frame, act.frame);
  const topic = sharedContent(learned, line, act);
  const beside = sentencesBeside(article, line).filter(isLiving);
  const place = placeFit(issue, beside, article.lines.indexOf(line), article.lines, placeOf(issue, act.id));
  const asks = beside.filter((o) => isAsking(o)).length * 2 >= beside.length;
  const kind = isAsking(act) === asks ? 1 : 0;
  const wording = Math.max(frame, topic) + PLACE_WEIGHT * place + KIND_WEIGHT * kind;
  const score = wording + SAID_WEIGHT * (said / most - 1);
  return { line, act, said, frame, topic, place, kind, score };
}

/** Shared content of two sentences: weighted F1 of their stems, 0 to 1. */
function sharedContent(learned: Learned, a: Line, b: Act): number {
  const [inB, inA] = [contained(learned, a, b), contained(learned, b, a)];
  return inA + inB > 0 ? (2 * inA * inB) / (inA + inB) : 0;
}

/** Mean relative place of an act in the conversations that say it, 0 first, 1 last. */
export function placeOf(issue: Issue, act: number): number {
  return (issue.places.get(act) ?? 0) / Math.max(1, issue.counts.get(act) ?? 1);
}

/** 1 where the place lies between those of the living lines before and after; 0 from a third of the talk away. */
function placeFit(issue: Issue, beside: readonly Line[], at: number, lines: readonly Line[], place: number): number {
  const before = beside
    .filter((o) => lines.indexOf(o) < at && issue.places.has(o.act))
    .map((o) => placeOf(issue, o.act));
  const after = beside
    .filter((o) => lines.indexOf(o) > at && issue.places.has(o.act))
    .map((o) => placeOf(issue, o.act));
  const low = before.at(-1) ?? 0;
  const high = after[0] ?? 1;
  const [from, to] = [Math.min(low, high), Math.max(low, high)];
  const off = place < from ? from - place : place > to ? place - to : 0;
  return Math.max(0, 1 - off * 3);
}
