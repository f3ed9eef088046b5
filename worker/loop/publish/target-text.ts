import type { Publication, StoredFix, Text } from '../../../shared/gap.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { hashText } from '../../core/text/hash.ts';
import { NotFound, Permanent } from '../ports/errors.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import {
  isAsSentAt,
  isSameAt,
  isStrippedAt,
  type Live,
  readText,
  removeText,
  type TextRef,
  type Written,
  writeText,
  writtenBy,
} from './text-ref.ts';

/** A text that a fix will write, with the live version and whether that is the base, the target, another text, or gone. */
export interface TargetText {
  ref: TextRef;
  after: Text;
  live: Live | null;
  stands: 'base' | 'target' | 'other' | 'gone';
}

/** Every text of a fix of articles that stand, read live now: its own first, then other articles, then macros. */
export async function readTargets(helpdesk: Helpdesk, fix: StoredFix, articleId: string): Promise<TargetText[]> {
  const targets: TargetText[] = [];
  for (const { ref, baseHash, after } of meantBy(fix, articleId)) {
    const live = await readText(helpdesk, ref);
    const isThere = live !== null && fix.kind !== 'terms' && isAsSentAt(ref, live, after);
    const isBase = live !== null && hashOf(live) === baseHash && isShared(live);
    const otherwise = isBase ? 'base' : 'other';
    targets.push({ ref, after, live, stands: live === null ? 'gone' : isThere ? 'target' : otherwise });
  }
  return targets;
}

function meantBy(fix: StoredFix, articleId: string): { ref: TextRef; baseHash: string | null; after: Text }[] {
  const own = { articleId, locale: fix.locale, baseHash: fix.baseHash, title: fix.title, bodyHtml: fix.bodyHtml };
  return [
    ...[own, ...(fix.also ?? [])].map(({ articleId: id, locale, baseHash, title, bodyHtml }) => {
      return { ref: { in: 'article' as const, id, locale }, baseHash, after: { title, bodyHtml } };
    }),
    ...(fix.macros ?? []).map(({ macroId: id, isHtml, baseHash, title, bodyHtml }) => {
      return { ref: { in: 'macro' as const, id, isHtml }, baseHash, after: { title, bodyHtml } };
    }),
  ];
}

/** A macro that was given to a group or a person since the draft is theirs. */
function isShared(live: Live): boolean {
  return live.in === 'article' || live.macro.isShared;
}

/** The ids of the articles that a fix changes; none for a new one. */
export function articlesOf(fix: StoredFix): string[] {
  return [...(fix.articleId === null ? [] : [fix.articleId]), ...(fix.also ?? []).map((other) => other.articleId)];
}

/**
 * Puts back what a publication has written so far: a text that reads as we wrote it gets its snapshot, or is taken away
 * where it was new. One that a person edited since is left as it is. One that the helpdesk refuses to put back keeps none of
 * the others; answers what is left so, null where nothing is. Done again it changes nothing.
 */
export async function putBack(helpdesk: Helpdesk, publication: Publication): Promise<Said | null> {
  const left: Said[] = [];
  for (const written of writtenBy(publication))
    try {
      await putBackOne(helpdesk, written);
    } catch (error) {
      if (!(error instanceof NotFound || error instanceof Permanent)) throw error;
      left.push(say('left.text', { thing: say(`thing.${written.ref.in}`), id: written.ref.id, detail: error.message }));
    }
  return left.length === 0 ? null : say('left.texts', { texts: { all: left } });
}

/** A reason, and what could not be put back besides. */
export function withLeft(reason: Said, left: Said | null): Said {
  return left === null ? reason : say('clauses', { lines: { each: [reason, left] } });
}

async function putBackOne(helpdesk: Helpdesk, { ref, before, after }: Written): Promise<void> {
  const live = await readText(helpdesk, ref);
  const isAsBefore = before !== null && live !== null && isSameAt(ref, live, before);
  if (live === null || isAsBefore || !(isAsSentAt(ref, live, after) || isStrippedAt(ref, live, after))) return;
  if (before) await writeText(helpdesk, ref, before);
  else await removeText(helpdesk, ref);
}

/** The hash of a text, by which it is known whether it changed. */
export function hashOf(text: Text): string {
  return hashText(`${text.title}\u0000${text.bodyHtml}`);
}
