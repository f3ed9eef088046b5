import type { Article } from '../../../shared/article.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { say } from '../../../shared/said/said.ts';
import { plainText } from '../../core/html/plain.ts';
import { languageOfLocale } from '../../core/language/locale.ts';
import { isTeachable } from '../../core/learning/fold.ts';
import { createLearned, fromRows, type Learned, setArticle, suggest, toRows } from '../../core/learning/learned.ts';
import { rehearse as rehearseFix } from '../../core/publishing/deciding/rehearse.ts';
import { plainSearch } from '../../core/search/plain-search.ts';
import { NotFound } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { isHandedOver } from '../publish/hand-over.ts';

/** Questions asked of the knowledge base with and without the fix: of the issue, and of a control sample. */
const ISSUE_QUESTIONS = 30;
const CONTROL_QUESTIONS = 60;

/** Answers past conversations from the knowledge base with and without the fix, and stores wins and regressions. */
export async function rehearse(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'rehearse' }>,
): Promise<LoopMessage[]> {
  const fix = await ports.fixes.get(tenant, message.fixId);
  if (!fix) throw new NotFound(`fix ${message.fixId}`);
  const next: LoopMessage[] = [{ type: 'score', at: message.at, fixId: fix.id }];
  if (fix.state !== 'drafted') return fix.state === 'rehearsed' ? next : [];
  if (isHandedOver(fix.kind)) {
    const reason = say('step.noRehearsal');
    await ports.fixes.move(tenant, fix.id, ['drafted'], {
      change: { state: 'rehearsed' },
      activity: { at: message.at, actor: 'mend', what: 'rehearsed', subject: fix.id, reason },
    });
    return next;
  }
  const gap = await ports.gaps.get(tenant, fix.gapId);
  if (!gap) throw new NotFound(`gap ${fix.gapId}`);
  const target = fix.articleId ?? `new:${fix.gapId}`;
  const own = await ports.observations.conversations(tenant, gap.conversationIds.slice(-ISSUE_QUESTIONS));
  const controls = await ports.observations.sample(tenant, fix.language, gap.conversationIds, CONTROL_QUESTIONS);
  const questions = await Promise.all(
    own.map(async (c) => ({ id: c.id, text: (await ports.observations.find(tenant, c.id))?.question ?? '' })),
  );
  const rehearsal = rehearseFix({
    target,
    questions,
    controls: controls.flatMap((o) =>
      o.articleId ? [{ id: o.conversationId, text: o.question, articleId: o.articleId }] : [],
    ),
    ...(await rankings(ports, tenant, fix)),
  });
  const { wins, tried, regressions: worse, controls: others } = rehearsal;
  const reason = say('step.rehearsed', { wins, tried, worse, others });
  await ports.fixes.move(tenant, fix.id, ['drafted'], {
    change: { state: 'rehearsed', rehearsal },
    activity: { at: message.at, actor: 'mend', what: 'rehearsed', subject: fix.id, reason },
  });
  return next;
}

type Rankings = Pick<Parameters<typeof rehearseFix>[0], 'rankWithout' | 'rankWith'>;

/**
 * What answers a question without the fix and with it. Search terms are for the help center's own search, since what was
 * learned leads there already; everything else is answered by what was learned.
 */
async function rankings(ports: Pick<Ports, 'articles' | 'memory'>, tenant: string, fix: StoredFix): Promise<Rankings> {
  const [base] = fix.articleId === null ? [] : await ports.articles.list(tenant, [fix.articleId]);
  if (fix.kind === 'terms') {
    const all = (await ports.articles.list(tenant)).filter(
      (a) => isTeachable(a) && languageOfLocale(a.locale) === fix.language,
    );
    const plain = all.map(({ id, title, labels, bodyHtml }) => ({ id, title, labels, bodyText: plainText(bodyHtml) }));
    const termed = plain.map((a) => (a.id === fix.articleId ? { ...a, labels: [...a.labels, ...fix.terms] } : a));
    return { rankWithout: plainSearch(plain), rankWith: plainSearch(termed) };
  }
  const { learned } = await ports.memory.load(tenant, fix.language);
  const healed = withFix(learned, fix, base?.labels ?? []);
  return {
    rankWithout: (question) => suggest(learned, question).map((s) => s.articleId),
    rankWith: (question) => suggest(healed, question).map((s) => s.articleId),
  };
}

/** A copy of the state in which the fix is live; the state itself is not touched. */
function withFix(learned: Learned, fix: StoredFix, labels: readonly string[]): Learned {
  const rows = toRows(learned);
  const copy = rows.length > 0 ? fromRows(rows) : createLearned();
  setArticle(copy, articleOf(fix, labels));
  return copy;
}

function articleOf(
  fix: StoredFix,
  labels: readonly string[],
): Pick<Article, 'id' | 'title' | 'section' | 'labels' | 'bodyHtml'> {
  return {
    id: fix.articleId ?? `new:${fix.gapId}`,
    title: fix.title,
    section: fix.category,
    labels: [...new Set([...labels, ...fix.terms])],
    bodyHtml: fix.bodyHtml,
  };
}
