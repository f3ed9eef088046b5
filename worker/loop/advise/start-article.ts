import type { Started, StartedArticle } from '../../../shared/advice.ts';
import type { Article } from '../../../shared/article.ts';
import type { Gap, StoredFix } from '../../../shared/gap.ts';
import { say } from '../../../shared/said/said.ts';
import { actorOf, type Viewer } from '../../../shared/viewer.ts';
import { issueAsked } from '../../core/advice/asked-issue.ts';
import { openingQuestion } from '../../core/conversation/opening.ts';
import { checksOfWording } from '../../core/gates/failed-checks.ts';
import { personsWording } from '../../core/gates/wording.ts';
import { languageOfLocale } from '../../core/language/locale.ts';
import { suggest } from '../../core/learning/learned.ts';
import { patchHashOf } from '../../core/publishing/writing/patch-hash.ts';
import { escapeText } from '../../core/text/escape.ts';
import { idOf } from '../../core/text/hash.ts';
import { Invalid, NotFound } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import { conversationToAdvise } from './conversation-to-advise.ts';

type StartPorts = Parameters<typeof conversationToAdvise>[0] &
  Pick<Ports, 'activity' | 'articles' | 'eventClock' | 'fixes' | 'gaps' | 'memory'>;

/**
 * Puts an article that an agent worded before a reviewer, as the proposal of a gap of its own: the content rules of a
 * person's wording hold for it, and nothing is published without a lead. Sent again it is the same proposal. Throws NotFound
 * where nothing is known of the conversation, Invalid where there is no article beside which a new one could stand.
 */
export async function startArticle(
  ports: StartPorts,
  viewer: Pick<Viewer, 'tenant' | 'userId' | 'name'>,
  conversationId: string,
  { title, text }: StartedArticle,
): Promise<Started> {
  const { tenant } = viewer;
  const read = await conversationToAdvise(ports, tenant, conversationId);
  if (read.state !== 'read') throw new NotFound('nothing is known of this conversation');
  const { language } = read.conversation;
  const { learned } = await ports.memory.load(tenant, language);
  const words = { title: title.trim(), bodyHtml: asArticle(text) };
  const worded = personsWording({ kind: 'new_article', baseHtml: null, evidence: [], title: '' }, words);
  if ('refused' in worded) return { state: 'refused', refused: worded.refused };
  const question = openingQuestion(read.conversation);
  const suggested = suggest(learned, question);
  const like = await neighbour(ports, tenant, suggested[0]?.articleId ?? null, language);
  if (!like) throw new Invalid('there is no article in this language beside which a new one could stand');
  const issue = issueAsked(learned, { customer: question, agents: [], suggested });
  const at = ports.eventClock.now();
  const actor = actorOf(viewer);
  const gap = openedGap(tenant, conversationId, { language, issueId: issue?.id ?? '', title: worded.title, at });
  const fix = proposal(tenant, gap, { ...worded, actor, at }, like);
  await ports.gaps.open(tenant, gap);
  await ports.fixes.add(tenant, fix);
  const reason = say('step.started', { actor: viewer.name });
  await ports.activity.add(tenant, { at, actor, what: 'article started', subject: fix.id, reason });
  return { state: 'in_review', fixId: fix.id };
}

/** Plain text as an article: a paragraph for what blank lines part, a list for lines that begin as one. */
function asArticle(text: string): string {
  const parts = text.trim().split(/\n\s*\n/);
  return parts
    .map((part) => {
      const lines = part.split('\n').map((line) => line.trim());
      if (lines.length > 1 && lines.every((line) => STEP.test(line)))
        return `<ol>${lines.map((line) => `<li>${escapeText(line.replace(STEP, ''))}</li>`).join('')}</ol>`;
      return `<p>${lines.map(escapeText).join('<br>')}</p>`;
    })
    .join('');
}

const STEP = /^(?:\d{1,2}[.)]|[-*•])\s+/;

function openedGap(
  tenant: string,
  conversationId: string,
  { language, issueId, title, at }: { language: string; issueId: string; title: string; at: number },
): Gap {
  return {
    id: idOf(tenant, 'gap', 'started', conversationId, title),
    findingKey: `started:${conversationId}`,
    language,
    cause: 'missing',
    issueId,
    articleId: null,
    title,
    state: 'in_review',
    openedAt: at,
    updatedAt: at,
    conversationIds: [conversationId],
    openedWith: [conversationId],
    statistics: { people: 1 },
  };
}

function proposal(
  tenant: string,
  gap: Gap,
  { title, bodyHtml, actor, at }: { title: string; bodyHtml: string; actor: string; at: number },
  like: Article,
): StoredFix {
  const fix = {
    kind: 'new_article' as const,
    articleId: null,
    title,
    bodyHtml,
    terms: [],
    evidence: [],
    openQuestions: [],
  };
  const patchHash = patchHashOf(fix);
  return {
    ...fix,
    id: idOf(tenant, 'fix', gap.id, patchHash, ''),
    gapId: gap.id,
    cause: gap.cause,
    language: gap.language,
    locale: like.locale,
    category: like.section,
    sectionId: like.sectionId,
    likeArticleId: like.id,
    baseHtml: null,
    baseHash: null,
    state: 'in_review',
    createdAt: at,
    patchHash,
    isEdited: true,
    rehearsal: null,
    confidence: null,
    rawConfidence: null,
    support: { agents: 1, organizations: 1 },
    gates: checksOfWording([]),
    writer: null,
    decision: 'review',
    reason: say('step.started', { actor }),
    actor,
  };
}

/** The article that is nearest to the question, else any of the language: a new one takes its section and audience. */
async function neighbour(
  ports: Pick<Ports, 'articles'>,
  tenant: string,
  nearest: string | null,
  language: string,
): Promise<Article | null> {
  const isOurs = (article: Article) =>
    languageOfLocale(article.locale) === language && article.audience === null && !article.isDraft;
  const near = nearest === null ? [] : await ports.articles.list(tenant, [nearest]);
  return near.find(isOurs) ?? (await ports.articles.list(tenant)).find(isOurs) ?? null;
}
