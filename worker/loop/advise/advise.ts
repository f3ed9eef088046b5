import type { Advice, AdvisedArticle, SuggestedReply } from '../../../shared/advice.ts';
import type { Article } from '../../../shared/article.ts';
import type { Conversation } from '../../../shared/conversation.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { issueAsked } from '../../core/advice/asked-issue.ts';
import { isFitting } from '../../core/advice/fitting.ts';
import { gapWarning } from '../../core/advice/gap-warning.ts';
import { knownIssueOf } from '../../core/advice/known-issue.ts';
import { isForEverybody } from '../../core/advice/may-read.ts';
import type { Askable } from '../../core/advice/question.ts';
import { replyFromArticle, replyFromWhatWorked, type Told, workaroundIn } from '../../core/advice/reply.ts';
import { replyFromTemplate } from '../../core/advice/template.ts';
import { untold } from '../../core/advice/untold.ts';
import { openingQuestion } from '../../core/conversation/opening.ts';
import { titleOf } from '../../core/issues/title.ts';
import { languageAmong } from '../../core/language/language.ts';
import { languageOfLocale } from '../../core/language/locale.ts';
import { spaceOf } from '../../core/language/space.ts';
import type { Issue } from '../../core/learned/state.ts';
import { issueOf, type Learned } from '../../core/learning/learned.ts';
import type { Ports } from '../ports/ports.ts';
import { questionFor } from '../review/question.ts';
import { suggestArticles } from '../search/search.ts';
import { type AdviceRecords, recordsOf } from './advice-records.ts';
import { advised } from './advised.ts';
import { conversationToAdvise } from './conversation-to-advise.ts';
import { whatWorked } from './what-worked.ts';

type AdvisePorts = Pick<
  Ports,
  | 'articles'
  | 'cursors'
  | 'eventClock'
  | 'fixes'
  | 'gaps'
  | 'helpdesk'
  | 'identity'
  | 'inbox'
  | 'memory'
  | 'observations'
  | 'outcomes'
  | 'publications'
  | 'questions'
  | 'tenants'
>;

/** The language that replies, contradictions and questions are made for. Own choice: sentences are compared where their endings are known. */
const SERVED_LANGUAGE = 'en';

/**
 * What an agent should see beside a conversation: from what was learned and from what waits, at about a dozen reads. A
 * conversation that was not observed yet is read from the helpdesk within a budget. Never throws for a conversation that
 * is unknown, late or in another language: the state says so. A viewer is asked at most one question, of this conversation
 * where they have solved it, else of one they solved before.
 */
export async function advise(
  ports: AdvisePorts,
  tenant: string,
  conversationId: string,
  viewer?: Viewer,
  isSolved = false,
): Promise<Advice> {
  const read = await conversationToAdvise(ports, tenant, conversationId);
  const nothing: Advice = {
    state: read.state === 'read' ? 'nothing_to_say' : read.state,
    conversationId,
    language: null,
    asOf: ports.eventClock.now(),
    issue: null,
    articles: [],
    gap: null,
    knownIssue: null,
    reply: null,
    question: null,
  };
  if (read.state !== 'read') return nothing;
  const { advice, askable } = await lookAt(ports, tenant, read.conversation, nothing, viewer);
  if (!viewer) return advice;
  const lookAgain = async (other: Conversation) => (await lookAt(ports, tenant, other, nothing, viewer)).askable;
  const question = await questionFor(ports, viewer, conversationId, { isSolved, askable }, lookAgain);
  return { ...advice, question };
}

async function lookAt(
  ports: AdvisePorts,
  tenant: string,
  conversation: Conversation,
  nothing: Advice,
  viewer: Viewer | undefined,
): Promise<{ advice: Advice; askable: Askable | null }> {
  const { language } = conversation;
  const now = Math.max(nothing.asOf, conversation.updatedAt);
  const space = spaceOf(conversation);
  const { learned } = await ports.memory.load(tenant, space);
  const question = openingQuestion(conversation);
  const isServed = language === SERVED_LANGUAGE && (languageAmong(question, []) ?? language) === SERVED_LANGUAGE;
  const ranked = await suggestArticles(ports, tenant, space, question, now);
  const agents = conversation.turns.filter((turn) => turn.author === 'agent').map((turn) => turn.text);
  const issue = issueAsked(learned, { customer: question, agents, suggested: ranked });
  const suggested = ranked.filter((s) => isFitting(learned, issue, s));
  const records = await recordsOf(ports, tenant, {
    articleIds: suggested.map((s) => s.articleId),
    issueIds: issue ? namesOf(learned, issue.id) : [],
    now,
  });
  const articles = suggested.flatMap(({ articleId, score }) => {
    const article = articleFor(records.articles, articleId, conversation);
    return article ? [advised(learned, article, score, records, viewer?.role ?? 'agent', now)] : [];
  });
  const { gaps, fixes } = records;
  const told = issue && isServed ? await whatWorked(ports, tenant, learned, issue) : [];
  const many = issue && knownIssueOf(learned, issue, now);
  const advice: Advice = {
    ...nothing,
    language,
    issue:
      issue && issue.size > 0 ? { id: issue.id, title: titleOf(learned, issue), people: issue.customersSeen } : null,
    articles,
    gap: issue && gapWarning(issue, gaps, fixes, conversation, now),
    knownIssue: issue && many ? { issueId: issue.id, ...many, workaround: workaroundIn(told) } : null,
    reply: isServed ? replyFor(learned, issue, articles, records, untold(told, conversation), question) : null,
  };
  const askable = isServed ? { conversation, articles, gaps, fixes } : null;
  return { advice: { ...advice, state: isServed ? stateOf(advice) : 'language_unsupported' }, askable };
}

function stateOf(advice: Advice): Advice['state'] {
  const isSaid = advice.articles.length > 0 || advice.gap || advice.knownIssue || advice.reply;
  return isSaid ? 'ready' : 'nothing_to_say';
}

/** Every id under which an issue may be stored: its own and those of the issues merged into it. */
function namesOf(learned: Learned, issueId: string): string[] {
  return [issueId, ...[...learned.merged.keys()].filter((id) => issueOf(learned, id) === issueId)];
}

/** The article in the conversation's language and brand; null where it is not for this customer's eyes. */
function articleFor(articles: readonly Article[], id: string, { language, brand }: Conversation): Article | null {
  const isRight = (a: Article) => a.id === id && languageOfLocale(a.locale) === language;
  const isOfBrand = (a: Article) => a.brand === null || brand === null || a.brand === brand;
  return articles.find((a) => isRight(a) && isOfBrand(a) && isForEverybody(a)) ?? null;
}

function replyFor(
  learned: Learned,
  issue: Issue | null,
  advised: readonly AdvisedArticle[],
  { articles, templates }: AdviceRecords,
  told: readonly Told[],
  question: string,
): SuggestedReply | null {
  const template = templates.find(({ gap }) => issue !== null && issueOf(learned, gap.issueId) === issue.id);
  const taken = template ? replyFromTemplate(template, advised) : null;
  if (taken) return taken;
  const best = advised[0];
  const article = best && articles.find((a) => a.id === best.id && a.locale === best.locale);
  if (best && article && (issue === null || issue.articleId !== null))
    return replyFromArticle(learned, best, article.bodyHtml, question);
  return replyFromWhatWorked(told);
}
