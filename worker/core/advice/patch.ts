import type { WaitingPatch } from '../../../shared/advice.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { isAtLeast, type Role } from '../../../shared/viewer.ts';
import { changedStatements } from './article-statements.ts';

/** Sentences that may go and come in a patch small enough to be decided beside a conversation, where it is the only text. Stated. */
const SMALL = 4;

/** The patch of an article that waits for a person, oldest first; null where none does or it is no matter of sentences. */
export function waitingPatch(waiting: readonly StoredFix[], role: Role): WaitingPatch | null {
  const fix = waiting.find((f) => f.kind === 'article_patch');
  if (!fix) return null;
  const { removed, added } = changedStatements(fix.baseHtml ?? '', fix.bodyHtml);
  const size = removed.length + added.length;
  const { id: fixId, patchHash, baseHash } = fix;
  const isSmall = size > 0 && size <= SMALL && !fix.also;
  const shown = { removed: removed.slice(0, SMALL), added: added.slice(0, SMALL) };
  return { fixId, patchHash, baseHash, ...shown, mayApprove: isSmall && isAtLeast(role, 'lead') };
}
