import type { Conversation } from '../../../shared/conversation.ts';
import type { Fix } from '../../../shared/fix.ts';
import type { Finding } from '../finding.ts';
import type { ArticleText } from './learned.ts';
import type { Learned } from './state.ts';

/** The fix of a finding. */
export function draft(_l: Learned, _f: Finding, _c: Conversation[], _base: ArticleText | null): Fix | null {
  return null;
}

/** Why a finding stands. */
export function explain(l: Learned, key: string): object {
  return l.findings.get(key)?.statistics ?? {};
}
