import type { AdvisedArticle } from '../../../shared/advice.ts';
import type { Article } from '../../../shared/article.ts';
import type { Conversation } from '../../../shared/conversation.ts';
import type { Policy } from '../../../shared/policy.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { issueAsked } from '../../core/advice/asked-issue.ts';
import { isForEverybody } from '../../core/advice/may-read.ts';
import type { AskedNow } from '../../core/answering/held.ts';
import { openingQuestion } from '../../core/conversation/opening.ts';
import { languageOfLocale } from '../../core/language/locale.ts';
import { spaceOf } from '../../core/language/space.ts';
import { recordsOf } from '../advise/advice-records.ts';
import { advised } from '../advise/advised.ts';
import { redacted } from '../observe/observe.ts';
import type { RawConversation } from '../ports/helpdesk.ts';
import type { Ports } from '../ports/ports.ts';
import { suggestArticles } from '../search/search.ts';

export type LookPorts = Pick<
  Ports,
  | 'articles'
  | 'automaticActs'
  | 'cursors'
  | 'fixes'
  | 'gaps'
  | 'identity'
  | 'memory'
  | 'observations'
  | 'outcomes'
  | 'publications'
  | 'tenants'
>;

/** What an act needs beyond the look: the helpdesk, and what it is told by. */
export type ActPorts = LookPorts & Pick<Ports, 'helpdesk' | 'publicAnswers'>;

/** A question that is asked now, with everything that may speak against an answer, and the article it would rest on. */
export interface Looked extends AskedNow {
  question: string;
  article: Article | null;
}

/**
 * Looks at a conversation as it stood at `at` (event time, ms): its redacted words, its issue, the best article that everybody
 * may read in its language and brand. Its category is that of the nearest article, empty where none is near.
 */
export async function look(
  ports: LookPorts,
  tenant: string,
  raw: RawConversation,
  policy: Policy,
  at: number,
): Promise<Looked> {
  const conversation = await redacted(ports, tenant, raw);
  const space = spaceOf(conversation);
  const { learned } = await ports.memory.load(tenant, space);
  const question = openingQuestion(conversation);
  const ranked = question === '' ? [] : await suggestArticles(ports, tenant, space, question, at);
  const issue = issueAsked(learned, { customer: question, agents: [], suggested: ranked });
  const records = await recordsOf(ports, tenant, {
    articleIds: ranked.slice(0, 1).map(({ articleId }) => articleId),
    issueIds: issue ? [issue.id] : [],
    now: at,
  });
  const [top] = ranked;
  const article = (top && articleFor(records.articles, top.articleId, conversation)) ?? null;
  const best: AdvisedArticle | null =
    top && article ? advised(learned, article, top.score, records, 'agent', at) : null;
  const answeredToday = await ports.automaticActs.publicSince(tenant, conversation.requesterId, at - DAY_MS);
  const category = article?.section ?? '';
  return { raw, conversation, learned, issue, best, article, category, policy, answeredToday, question, now: at };
}

/** The article in the conversation's language and brand; none that is not for everybody's eyes. */
function articleFor(articles: readonly Article[], id: string, { language, brand }: Conversation): Article | null {
  const isRight = (a: Article) => a.id === id && languageOfLocale(a.locale) === language;
  const isOfBrand = (a: Article) => a.brand === null || brand === null || a.brand === brand;
  return articles.find((a) => isRight(a) && isOfBrand(a) && isForEverybody(a)) ?? null;
}
