import type { Advice, AdvisedArticle, SuggestedReply } from '../../shared/advice.ts';
import type { Article } from '../../shared/article.ts';
import type { Conversation } from '../../shared/conversation.ts';
import type { Viewer } from '../../shared/viewer.ts';
import { issueAsked } from '../core/advice/asked-issue.ts';
import { isFitting } from '../core/advice/fitting.ts';
import { gapWarning } from '../core/advice/gap-warning.ts';
import { healthOf } from '../core/advice/health.ts';
import { burstOf } from '../core/advice/known-issue.ts';
import { waitingPatch } from '../core/advice/patch.ts';
import { replyFromArticle, replyFromWhatWorked, type Told, toldIn, workaroundIn } from '../core/advice/reply.ts';
import { issueOf, type Learned, suggest } from '../core/learning/learned.ts';
import type { Issue } from '../core/learning/state.ts';
import { titleOf } from '../core/learning/title.ts';
import { openingQuestion } from '../core/opening.ts';
import { conversationToAdvise } from './conversation-to-advise.ts';
import type { Ports } from './ports.ts';
import { recordsOf } from './records.ts';
import { languageOfLocale } from './refresh.ts';

/** The language that replies, contradictions and questions are made for. Source: architecture, decisions on keys. */
const SERVED_LANGUAGE = 'en';

/** Conversations of an issue read for what agents told: enough for every statement to show whether it varies. */
const WITNESSES_READ = 16;

/** No reply may hold an address: whose it is would have to be looked up. */
const NO_HOSTS: ReadonlySet<string> = new Set();

/**
 * What an agent should see beside a conversation: from what was learned and from what waits, at about a dozen reads. A
 * conversation that was not observed yet is read from the helpdesk within a budget. Never throws for a conversation that
 * is unknown, late or in another language: the state says so.
 */
export async function advise(ports: Ports, tenant: string, conversationId: string, viewer?: Viewer): Promise<Advice> {
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
  return read.state === 'read' ? adviceOn(ports, tenant, read.conversation, nothing, viewer) : nothing;
}

async function adviceOn(
  ports: Ports,
  tenant: string,
  conversation: Conversation,
  nothing: Advice,
  viewer: Viewer | undefined,
): Promise<Advice> {
  const { language } = conversation;
  const now = Math.max(nothing.asOf, conversation.updatedAt);
  const isServed = language === SERVED_LANGUAGE;
  const { learned } = await ports.memory.load(tenant, language);
  const question = openingQuestion(conversation);
  const ranked = suggest(learned, question);
  const agents = conversation.turns.filter((turn) => turn.author === 'agent').map((turn) => turn.text);
  const issue = issueAsked(learned, { customer: question, agents, suggested: ranked });
  const suggested = ranked.filter((s) => isFitting(learned, issue, s));
  const { articles, gaps, fixes, publications, worked } = await recordsOf(ports, tenant, {
    articleIds: suggested.map((s) => s.articleId),
    issueIds: issue ? namesOf(learned, issue.id) : [],
    conversationIds: issue && isServed ? witnessesOf(learned, issue) : [],
    now,
  });
  const advised = suggested.flatMap(({ articleId, score }): AdvisedArticle[] => {
    const article = articleFor(articles, articleId, conversation);
    if (!article) return [];
    const own = gaps.filter((gap) => gap.articleId === articleId);
    const waiting = fixes.filter((fix) => own.some((gap) => gap.id === fix.gapId) && fix.locale === article.locale);
    const published = publications.filter((p) => p.articleId === articleId);
    const record = { ...article, gaps: own, waiting, publications: published, said: { wrong: 0, right: 0 } };
    const { id, locale, title, url } = article;
    const patch = waitingPatch(waiting, viewer?.role ?? 'agent');
    return [{ id, locale, title, url, score, ...healthOf(learned, articleId, record, now), patch }];
  });
  const told = issue && isServed ? toldIn(learned, issue, worked, NO_HOSTS) : [];
  const burst = issue && burstOf(learned, issue, now);
  const advice: Advice = {
    ...nothing,
    language,
    issue:
      issue && issue.size > 0 ? { id: issue.id, title: titleOf(learned, issue), people: issue.customersSeen } : null,
    articles: advised,
    gap: issue && gapWarning(issue, gaps, fixes, conversation, now),
    knownIssue: issue && burst ? { issueId: issue.id, ...burst, workaround: workaroundIn(told) } : null,
    reply: isServed ? replyFor(learned, issue, advised, articles, fixes, told, question) : null,
  };
  return { ...advice, state: isServed ? stateOf(advice) : 'language_unsupported' };
}

function stateOf(advice: Advice): Advice['state'] {
  const isSaid = advice.articles.length > 0 || advice.gap || advice.knownIssue || advice.reply;
  return isSaid ? 'ready' : 'nothing_to_say';
}

/** Every id under which an issue may be stored: its own and those of the issues merged into it. */
function namesOf(l: Learned, issueId: string): string[] {
  return [issueId, ...[...l.merged.keys()].filter((id) => issueOf(l, id) === issueId)];
}

/** The latest conversations of an issue, and those that say its statements. An issue with an article has its words. */
function witnessesOf(l: Learned, issue: Issue): string[] {
  if (issue.articleId !== null && l.articles.has(issue.articleId)) return [];
  const said = [...issue.wordings.values()].flat().sort((a, b) => b.met - a.met);
  const latest = issue.members.slice(-WITNESSES_READ).map((m) => m.conversationId);
  return [...new Set([...latest, ...said.map((w) => w.conversationId)])].slice(0, WITNESSES_READ);
}

/** The article in the conversation's language and brand; null where it is not for this customer's eyes. */
function articleFor(articles: readonly Article[], id: string, { language, brand }: Conversation): Article | null {
  const isRight = (a: Article) => a.id === id && languageOfLocale(a.locale) === language;
  const isOfBrand = (a: Article) => a.brand === null || brand === null || a.brand === brand;
  return articles.find((a) => isRight(a) && isOfBrand(a) && a.audience === null && !a.isDraft) ?? null;
}

function replyFor(
  l: Learned,
  issue: Issue | null,
  advised: readonly AdvisedArticle[],
  articles: readonly Article[],
  fixes: Parameters<typeof replyFromArticle>[3],
  told: readonly Told[],
  question: string,
): SuggestedReply | null {
  const best = advised[0];
  const article = best && articles.find((a) => a.id === best.id && a.locale === best.locale);
  if (best && article && (issue === null || issue.articleId !== null))
    return replyFromArticle(l, best, article.bodyHtml, fixes, question);
  return replyFromWhatWorked(told);
}
