import type { Conversation } from '../../../shared/conversation.ts';
import type { Fix, Quote } from '../../../shared/fix.ts';
import { searchTerms } from '../findings/unfindable.ts';
import type { Issue, Learned } from '../learned/state.ts';
import type { ArticleText } from '../learning/learned.ts';
import { hash32 } from '../text/hash32.ts';
import { sentences } from '../text/sentences.ts';
import { stem, tokens } from '../text/words.ts';

/** Most sentences cited: each of another conversation, so that a person sees who says the word. */
const MAX_QUOTES = 6;

/**
 * The fix of an article that its customers' words don't lead to: those words as search terms, the text unchanged. Each is
 * a word of at least three organizations and of agents; null where these conversations don't show any.
 */
export function termsFix(
  learned: Learned,
  issue: Issue,
  conversations: readonly Conversation[],
  base: ArticleText,
): Fix | null {
  const terms: string[] = [];
  const evidence: Quote[] = [];
  for (const { feature } of searchTerms(learned, issue)) {
    const word = spelling(feature, conversations);
    if (word === null) continue;
    terms.push(word);
    for (const conversation of conversations) {
      if (evidence.length >= MAX_QUOTES || evidence.some((q) => q.conversationId === conversation.id)) continue;
      const quote = quoteOf(feature, conversation);
      if (quote) evidence.push(quote);
    }
  }
  if (terms.length === 0 || evidence.length === 0) return null;
  return {
    kind: 'terms',
    articleId: base.id,
    title: base.title,
    bodyHtml: base.bodyHtml,
    terms,
    evidence,
    openQuestions: [],
  };
}

/** The form of a word that most of these customers write, ties by alphabet; null where none does. */
function spelling(feature: number, conversations: readonly Conversation[]): string | null {
  const written = new Map<string, number>();
  for (const { turns } of conversations) {
    const own = new Set(turns.filter((t) => t.author === 'customer').flatMap((t) => tokens(t.text)));
    for (const token of own) if (isOf(feature, token)) written.set(token, (written.get(token) ?? 0) + 1);
  }
  return [...written].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/** An agent's sentence of a conversation that uses the word. */
function quoteOf(feature: number, { id, turns }: Conversation): Quote | null {
  for (const turn of turns) {
    if (turn.author !== 'agent') continue;
    const said = sentences(turn.text).find(({ text }) => tokens(text).some((token) => isOf(feature, token)));
    if (said) return { conversationId: id, turnId: turn.id, quote: said.text };
  }
  return null;
}

function isOf(feature: number, token: string): boolean {
  return hash32(`c:${stem(token)}`) === feature;
}
