import type { Turn } from '../../../shared/conversation.ts';

/** Both helpdesks name an article in its address as `/articles/<number>`, with or without words behind it. */
const ARTICLE_LINK = /\/articles\/(\d{1,20})/g;

/** Ids of articles that agents sent a link to, each once, in order. Links that customers paste are no answer. */
export function linkedArticleIds(turns: readonly Turn[]): string[] {
  const sent = turns.filter((turn) => turn.author === 'agent');
  return [...new Set(sent.flatMap((turn) => [...turn.text.matchAll(ARTICLE_LINK)].map((match) => match[1] ?? '')))];
}

/** An article's number in an address: of the help center, of the helpdesk's editor, or of its list of contents. */
const ARTICLE_NUMBERS = [/\/articles\/(\d{1,20})/g, /[?&]content=article&(?:\w{1,20}=\w{0,40}&){0,5}id=(\d{1,20})/g];

/** Ids of articles that these addresses may lead to, each once; whether there is such an article is not known here. */
export function articleIdsIn(urls: readonly string[]): string[] {
  const found = urls.flatMap((url) =>
    ARTICLE_NUMBERS.flatMap((form) => [...url.matchAll(form)].map((m) => m[1] ?? '')),
  );
  return [...new Set(found)];
}
