import type { WaitingPatch } from '../../../shared/advice.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { isAtLeast, type Role } from '../../../shared/viewer.ts';
import { failedChecks } from '../gates/failed-checks.ts';
import { changedStatements } from './article-statements.ts';

/** Sentences that may go and come in a patch small enough to be decided beside a conversation, where it is the only text. Stated. */
const SMALL = 4;

/** The patch of an article that waits for a person, what corrects a sentence before what adds one, the oldest first; null where none does. */
export function waitingPatch(waiting: readonly StoredFix[], role: Role): WaitingPatch | null {
  const patches = waiting
    .filter((fix) => fix.kind === 'article_patch')
    .map((fix) => ({ fix, ...changedStatements(fix.baseHtml ?? '', fix.bodyHtml) }));
  const first = patches.find(({ removed }) => removed.length > 0) ?? patches[0];
  if (!first) return null;
  const { fix, removed, added } = first;
  const size = removed.length + added.length;
  const { id: fixId, patchHash, baseHash } = fix;
  const isSmall = size > 0 && size <= SMALL && !fix.also && !fix.macros;
  const shown = { removed: removed.slice(0, SMALL), added: added.slice(0, SMALL) };
  const mayApprove = isSmall && failedChecks(fix).length === 0 && isAtLeast(role, 'lead');
  return { fixId, patchHash, baseHash, ...shown, mayApprove };
}
