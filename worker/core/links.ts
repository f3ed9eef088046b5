import type { Turn } from '../../shared/conversation.ts';

/** Both helpdesks name an article in its address as `/articles/<number>`, with or without words behind it. */
const ARTICLE_LINK = /\/articles\/(\d{1,20})/g;

/** Ids of articles that agents sent a link to, each once, in order. Links that customers paste are no answer. */
export function linkedArticleIds(turns: readonly Turn[]): string[] {
  const sent = turns.filter((turn) => turn.author === 'agent');
  return [...new Set(sent.flatMap((turn) => [...turn.text.matchAll(ARTICLE_LINK)].map((match) => match[1] ?? '')))];
}
