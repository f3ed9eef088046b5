import { dropAct, indexAct, unindexAct } from '../acts/acts.ts';
import { speakerOf } from '../acts/features.ts';
import { wordName } from '../coverage/page-index.ts';
import type { Learned } from '../learned/state.ts';
import { isFunctionWord, stem } from '../text/words.ts';

/** Conversations in which an agent (by the keyed hash) said something, as far as the state remembers single ones. */
export function conversationsSaidBy(l: Learned, personId: string): string[] {
  const speaker = speakerOf({ personId });
  const members = [...l.issues.values()].flatMap((issue) => issue.members);
  return [
    ...new Set(members.filter((m) => m.speakers.includes(speaker)).map(({ conversationId }) => conversationId)),
  ].sort();
}

/**
 * Drops every word of the state that nobody is remembered to have said: no article, no conversation that is remembered one by
 * one, and no two of those that are remembered as sums. So once a conversation was withdrawn no word of its own is left, also
 * where the log no longer holds what the others said and the state could not be folded anew.
 */
export function forgetUnsaid(l: Learned): void {
  const members = [...l.issues.values()].flatMap((issue) => issue.members);
  const said = new Set(members.flatMap((member) => member.words));
  const isSaid = (s: string): boolean => {
    const word = wordName(s);
    return said.has(word) || l.pages.holders.has(word) || (l.spoken.get(word) ?? 0) > 1;
  };
  const meant = new Set(members.flatMap((member) => member.acts));
  for (const article of l.articles.values()) for (const line of article.lines) meant.add(line.act);
  for (const { acts } of l.settled.values()) for (const act of acts) meant.add(act);
  for (const [key, finding] of l.findings) {
    if (finding.conversationIds.length > 0) continue;
    l.findings.delete(key);
    for (const issue of l.issues.values()) if (issue.finding === key) issue.finding = null;
  }
  for (const act of [...l.acts.values()]) {
    const isLeft = meant.has(act.id) || [...l.issues.values()].some((issue) => (issue.counts.get(act.id) ?? 0) > 1);
    const stems = act.stems.filter(isSaid);
    if (isLeft && stems.length === act.stems.length) continue;
    if (!isLeft || stems.length === 0) dropAct(l, act);
    else {
      unindexAct(l, act);
      act.frame = act.frame.filter((word) => isFunctionWord(word) || isSaid(word));
      act.stems = stems;
      indexAct(l, act);
    }
  }
  for (const [name, surface] of l.words) if (!isSaid(stem(surface)) && !isFunctionWord(surface)) l.words.delete(name);
}
