import type { Quotes, ShownQuote } from '../../../shared/console/review.ts';

/** What a viewer may see of conversations: looked up at the helpdesk by the server. What is not known is not shown. */
export interface Sight {
  /** Which of these the viewer may open; unknown ones are absent. */
  mayOpen(conversationIds: string[]): Promise<Set<string>>;
  /** Where the helpdesk shows a conversation to its agents. */
  urlOf(conversationId: string): string;
}

type Said = Omit<ShownQuote, 'url'>;

/** At most `limit` quotes of conversations that the viewer may open, and how many they may not. */
export async function quotesFor(sight: Sight, said: readonly Said[], limit: number): Promise<Quotes> {
  const mayOpen = await sight.mayOpen([...new Set(said.map((quote) => quote.conversationId))]);
  const open = said.filter((quote) => mayOpen.has(quote.conversationId));
  return {
    shown: open.slice(0, limit).map((quote) => ({ ...quote, url: sight.urlOf(quote.conversationId) })),
    hidden: said.length - open.length,
  };
}
