import type { StoredFix, Text } from '../../../../shared/gap.ts';
import { checkContent } from '../../gates/check-content.ts';
import { groundsOf } from '../../gates/grounds.ts';
import { problemsOf } from '../../gates/kinds.ts';
import { NOBODY } from '../../redact/known.ts';
import { hashText } from '../../text/hash.ts';
import { statementsAdded } from '../watching/antibody.ts';
import { patchHashOf } from './patch-hash.ts';
import { rebased } from './rebase.ts';

/** An article's text as it stood before something was written there, and as it stands now. */
export interface Moved {
  articleId: string;
  locale: string;
  before: Text | null;
  live: Text;
}

/**
 * A fix whose articles changed under it. `rebased`: the same change on the new text. `overlaps`: both changed the same
 * lines, or the rules for content refuse what would come of it. `said`: the article says already what it would. `current`:
 * it was drafted from the text that stands, or from one that is not known here.
 */
export type Rebase = { is: 'current' | 'overlaps' | 'said' } | { is: 'rebased'; change: Rebased };
export type Rebased = Pick<StoredFix, 'title' | 'bodyHtml' | 'baseHtml' | 'baseHash' | 'patchHash' | 'also'>;

/** What becomes of a fix where these texts of articles were changed by something else. */
export function rebaseFix(fix: StoredFix, texts: readonly Moved[]): Rebase {
  const movedOf = (articleId: string | null, locale: string) =>
    texts.find((text) => text.articleId === articleId && text.locale === locale);
  const own = oneText(fix, movedOf(fix.articleId, fix.locale));
  const also = (fix.also ?? []).map((text) => oneText(text, movedOf(text.articleId, text.locale)));
  const all = [own, ...also];
  if (all.every(({ is }) => is === 'current')) return { is: 'current' };
  const said = all.every(({ is }) => is === 'said');
  if (!all.every(({ is }) => is === 'current' || is === 'rebased')) return { is: said ? 'said' : 'overlaps' };
  const change = { ...textOf(fix, own), ...(fix.also ? { also: fix.also.map((t, i) => textOf(t, also[i])) } : {}) };
  const { title, bodyHtml, baseHtml, baseHash, also: others } = { ...fix, ...change };
  const next = { title, bodyHtml, baseHtml, baseHash, ...(others ? { also: others } : {}) };
  if (newProblems(fix, { ...fix, ...next })) return { is: 'overlaps' };
  return { is: 'rebased', change: { ...next, patchHash: patchHashOf({ ...fix, ...next }) } };
}

interface Drafted extends Text {
  baseHtml: string | null;
  baseHash: string | null;
}
type One = { is: 'current' | 'overlaps' | 'said' } | { is: 'rebased'; to: Drafted };

function textOf<T extends Drafted>(text: T, one: One | undefined): T {
  return one?.is === 'rebased' ? { ...text, ...one.to } : text;
}

function oneText({ title, bodyHtml, baseHtml, baseHash }: Drafted, moved: Moved | undefined): One {
  if (!moved || baseHtml === null || hashOf(moved.live) === baseHash) return { is: 'current' };
  const { before, live } = moved;
  const titles = [before?.title, live.title, title].filter((one) => one !== undefined);
  const baseTitle = titles.find((one) => hashOf({ title: one, bodyHtml: baseHtml }) === baseHash);
  if (baseTitle === undefined) return { is: 'current' };
  if (isSaid({ baseHtml, bodyHtml }, live.bodyHtml)) return { is: 'said' };
  const isTitled = title !== baseTitle;
  if (isTitled && live.title !== baseTitle) return { is: 'overlaps' };
  const html = bodyHtml === baseHtml ? live.bodyHtml : rebased(baseHtml, bodyHtml, live.bodyHtml);
  if (html === null) return { is: 'overlaps' };
  const base = { baseHtml: live.bodyHtml, baseHash: hashOf(live) };
  return { is: 'rebased', to: { title: isTitled ? title : live.title, bodyHtml: html, ...base } };
}

/** Whether every line that the change adds stands, and none that it takes away. */
function isSaid({ baseHtml, bodyHtml }: { baseHtml: string; bodyHtml: string }, liveHtml: string): boolean {
  const [added, removed] = [statementsAdded(baseHtml, bodyHtml), statementsAdded(bodyHtml, baseHtml)];
  if (added.length + removed.length === 0) return false;
  const lines = new Set(statementsAdded(null, liveHtml));
  return added.every((line) => lines.has(line)) && !removed.some((line) => lines.has(line));
}

/** Whether the rules for content refuse something of the new text that they let pass before. */
function newProblems(before: StoredFix, after: StoredFix): boolean {
  const rules = (fix: StoredFix) => {
    const { baseHtml, bodyHtml, kind, terms } = fix;
    const { problems } = checkContent({ baseHtml, nextHtml: bodyHtml, quotes: groundsOf(fix), knownNames: NOBODY });
    return problemsOf(kind, terms, problems).map(({ rule }) => rule);
  };
  const known = rules(before);
  return rules(after).some((rule) => !known.includes(rule));
}

function hashOf({ title, bodyHtml }: Text): string {
  return hashText(`${title}\u0000${bodyHtml}`);
}
