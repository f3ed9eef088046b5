import type { DecisionView, Quotes } from '../../../shared/console/review.ts';
import type { Gap, StoredFix } from '../../../shared/gap.ts';
import type { Role } from '../../../shared/viewer.ts';
import { editorPieces } from '../../core/console/editor-pieces.ts';
import { ownSentences } from '../../core/console/own-sentences.ts';
import { changeOf } from '../../core/console/rendered.ts';
import { trimmedQuestion } from '../../core/console/trimmed.ts';
import { failedChecks } from '../../core/gates/failed-checks.ts';
import { isSensitiveCategory } from '../../core/gates/sensitive.ts';
import { confidenceOf } from '../../core/publishing/deciding/confidence.ts';
import { MIN_CALIBRATION } from '../../core/publishing/earning/calibrate.ts';
import { NotFound } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import { isHandedOver } from '../publish/hand-over.ts';
import { becomesMacro } from '../publish/save-reply.ts';
import { warningsOf } from '../review/warnings.ts';
import { askedLately } from './asked.ts';
import { itemOf, readableFixes, readKept } from './queue.ts';
import { quotesFor, type Sight } from './sight.ts';

type DecisionPorts = Pick<
  Ports,
  | 'articles'
  | 'eventClock'
  | 'fixes'
  | 'gaps'
  | 'helpdesk'
  | 'memory'
  | 'observations'
  | 'reviewDesk'
  | 'tenants'
  | 'wallClock'
>;

/** Questions looked up and shown, and quotes shown: more say no more. */
const QUESTIONS_LOOKED_UP = 12;
const QUESTIONS_SHOWN = 2;
const QUOTES_SHOWN = 8;
const QUESTION_CHARS = 200;
/** Fixes within this of a confidence are about as sure. */
const ALIKE_WITHIN = 0.1;

/** Everything one decision needs; quotes only of conversations that the viewer may open. */
export async function readDecision(
  ports: DecisionPorts,
  tenant: string,
  role: Role,
  fixId: string,
  sight: Sight,
): Promise<DecisionView> {
  const found = await ports.fixes.get(tenant, fixId);
  const [fix] = found ? await readableFixes(ports, tenant, role, [found]) : [];
  if (!fix) throw new NotFound('this proposal is no more');
  const gap = await ports.gaps.get(tenant, fix.gapId);
  const asked = gap ? await askedLately(ports, tenant, [gap]) : new Map();
  const item = itemOf(fix, gap, asked.get(fix.gapId) ?? [], await readKept(ports, tenant));
  const savesMacro = await becomesMacro(ports, tenant, fix);
  const article = fix.articleId === null ? null : await ports.articles.get(tenant, fix.articleId, fix.locale);
  const before = fix.baseHtml === null ? null : { title: article?.title ?? fix.title, bodyHtml: fix.baseHtml };
  return {
    ...item,
    openQuestions: fix.openQuestions,
    reason: fix.reason,
    insteadId: await insteadOf(ports, tenant, role, fix),
    remarks: await ports.reviewDesk.remarks(tenant, fix.gapId),
    gap: gap && gapOf(gap),
    questions: await questionsOf(ports, tenant, gap, sight),
    evidence: await quotesFor(
      sight,
      fix.evidence
        .filter(({ quote }) => quote !== '')
        .map(({ conversationId, quote }) => ({ conversationId, text: quote, author: 'agent' as const })),
      QUOTES_SHOWN,
    ),
    note: fix.note ?? null,
    unsaid: await unsaidOf(ports, tenant, fix, sight),
    change: changeOf(before, fix, fix.terms),
    warnings: await warningsOf(ports, tenant, fix),
    also: (fix.also ?? []).map(({ articleId, locale, title, removed, added }) => {
      return { articleId, locale, title, removed, added };
    }),
    macros: (fix.macros ?? []).map(({ macroId, title, removed, added }) => ({ macroId, title, removed, added })),
    savesMacro,
    sentences: fix.kind === 'terms' ? [] : ownSentences(fix.bodyHtml, fix.baseHtml),
    pieces: fix.kind === 'terms' ? [] : editorPieces(fix.bodyHtml),
    bodyHtml: fix.bodyHtml,
    rehearsal: fix.rehearsal,
    gates: fix.gates,
    failed: failedChecks(fix),
    sureness: await surenessOf(ports, tenant, fix),
    ifWrong: {
      perWeek: item.perWeek,
      isPublic: (article?.audience ?? null) === null,
      isNew: fix.baseHtml === null,
      isSensitive: isSensitiveCategory(`${fix.category} ${fix.title}`),
      isReversible: savesMacro || (!isHandedOver(fix.kind) && fix.kind !== 'terms'),
      regressions: fix.rehearsal?.regressions ?? 0,
    },
    outdated: (fix.outdated ?? []).map(({ articleId, locale }) => ({ articleId, locale })),
    article: article && { id: article.id, locale: article.locale, title: article.title, url: article.url },
  };
}

/** The proposal that waits in the place of one that is waiting no more; null where none does. */
async function insteadOf(
  ports: Pick<Ports, 'articles' | 'fixes'>,
  tenant: string,
  role: Role,
  fix: StoredFix,
): Promise<string | null> {
  if (fix.state !== 'superseded' && fix.state !== 'stale_base') return null;
  const waiting = await ports.fixes.ofGaps(tenant, [fix.gapId], ['in_review', 'escalated']);
  return (await readableFixes(ports, tenant, role, waiting)).at(-1)?.id ?? null;
}

function gapOf({ id, title, state, cause, openedAt, statistics }: Gap) {
  return { id, title, state, cause, openedAt, statistics };
}

/** What a draft left out, in the words of the turns as they stand now; of those that are gone or hidden, how many. */
async function unsaidOf(
  ports: Pick<Ports, 'observations'>,
  tenant: string,
  fix: StoredFix,
  sight: Sight,
): Promise<DecisionView['unsaid']> {
  const all = fix.unsaid ?? [];
  const ids = [...new Set(all.map(({ conversationId }) => conversationId))];
  const [mayOpen, read] = [await sight.mayOpen(ids), await ports.observations.conversations(tenant, ids)];
  const turns = new Map(read.flatMap((c) => c.turns.map((turn) => [`${c.id}/${turn.id}`, turn.text] as const)));
  const shown = all.flatMap(({ conversationId, turnId, start, end, why }) => {
    const text = turns.get(`${conversationId}/${turnId}`)?.slice(start, end) ?? '';
    if (text === '' || !mayOpen.has(conversationId)) return [];
    return [{ conversationId, url: sight.urlOf(conversationId), text, author: 'agent' as const, why }];
  });
  return { shown, hidden: all.length - shown.length };
}

/** The latest questions of a gap in their customers' words. */
export async function questionsOf(
  ports: Pick<Ports, 'observations'>,
  tenant: string,
  gap: Gap | null,
  sight: Sight,
): Promise<Quotes> {
  const ids = gap?.conversationIds.slice(-QUESTIONS_LOOKED_UP).reverse() ?? [];
  const mayOpen = await sight.mayOpen(ids);
  const shown: Quotes['shown'] = [];
  for (const id of ids.filter((one) => mayOpen.has(one))) {
    if (shown.length === QUESTIONS_SHOWN) break;
    const question = (await ports.observations.find(tenant, id))?.question ?? '';
    if (question !== '')
      shown.push({
        conversationId: id,
        url: sight.urlOf(id),
        text: trimmedQuestion(question, QUESTION_CHARS),
        author: 'customer',
      });
  }
  return { shown, hidden: ids.filter((id) => !mayOpen.has(id)).length };
}

async function surenessOf(
  ports: Pick<Ports, 'fixes'>,
  tenant: string,
  fix: StoredFix,
): Promise<DecisionView['sureness']> {
  const history = await ports.fixes.history(tenant);
  const raw = fix.rawConfidence;
  const alike = raw === null ? [] : history.filter((past) => Math.abs(past.confidence - raw) <= ALIKE_WITHIN);
  const { parts } = confidenceOf({
    ...fix.support,
    agreement: 1 / (1 + fix.openQuestions.length),
    rehearsal: fix.rehearsal,
    openQuestions: fix.openQuestions.length,
    gates: fix.gates,
  });
  return {
    confidence: fix.confidence,
    raw,
    shares: parts,
    ...fix.support,
    learnedFrom: history.length,
    neededForCalibration: MIN_CALIBRATION,
    alike:
      alike.length === 0
        ? null
        : { decided: alike.length, approved: alike.filter((past) => past.outcome === 'approved').length },
  };
}
