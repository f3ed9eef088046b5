import type { Article } from '../../../shared/article.ts';
import type { ChangeNote, NoteReading, TouchedArticle } from '../../../shared/context/change-note.ts';
import type { GapState, StoredFix } from '../../../shared/gap.ts';
import { say } from '../../../shared/said/said.ts';
import { changeIndex } from '../../core/change/change-note.ts';
import { type Foreseen, foresee as foreseeIn } from '../../core/change/foresight.ts';
import type { NoteItem } from '../../core/change/note-items.ts';
import { launchFix, patchFix, picturesIn } from '../../core/change/proposal.ts';
import { UNDECIDED } from '../../core/fix/undecided.ts';
import { languageAmong } from '../../core/language/language.ts';
import { languageOfLocale } from '../../core/language/locale.ts';
import { isTeachable } from '../../core/learning/fold.ts';
import { foreseenNotice } from '../../core/notice/notice.ts';
import { idOf } from '../../core/text/hash.ts';
import { issueOfNote, isUndecided } from '../observe/open-gap.ts';
import { NotFound } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { nearestPlace } from './nearest-place.ts';

export type ForeseePorts = Pick<
  Ports,
  'articles' | 'changeNotes' | 'eventClock' | 'fixes' | 'gaps' | 'helpdesk' | 'memory' | 'tenants'
>;

const OPEN: GapState[] = ['open', 'in_review', 'escalated'];

/**
 * Reads a change note against the articles: a gap and a patch for each article with lines that it makes stale, a gap with an
 * outline for what it launches that no article knows. What is not released is only told. A note that says something else
 * now takes the place of what it said: what was proposed and is not among it any more is withdrawn. Nothing goes out
 * without a person, and nothing before the note's date.
 */
export async function foresee(
  ports: ForeseePorts,
  tenant: string,
  message: Extract<LoopMessage, { type: 'foresee' }>,
): Promise<LoopMessage[]> {
  const note = await ports.changeNotes.get(tenant, message.noteId);
  if (!note) return [];
  const isRead = note.isReleased && !note.isWithdrawn;
  const found = isRead ? await findIn(ports, tenant, note) : { touched: [], undocumented: [], language: '' };
  const next: LoopMessage[] = [];
  const gapIds: string[] = [];
  const articles: TouchedArticle[] = [];
  for (const { article, stale } of found.touched) {
    const patch = patchFix(note, article, stale);
    if (!patch) continue;
    const { lines, ...fix } = patch;
    articles.push({
      articleId: article.id,
      locale: article.locale,
      title: article.title,
      lines,
      pictures: picturesIn(article.bodyHtml),
    });
    const gap = await open(ports, tenant, note, 'changed', article.id, languageOfLocale(article.locale), message.at);
    gapIds.push(gap.id);
    if (isUndecided(gap)) next.push(...(await propose(ports, tenant, gap.id, { ...fix, gapId: gap.id }, message.at)));
  }
  if (found.undocumented.length > 0) {
    const gap = await open(ports, tenant, note, 'launched', null, found.language, message.at);
    gapIds.push(gap.id);
    const place = await nearestPlace(ports, tenant, note, found.language);
    const fix = launchFix(note, found.undocumented, found.language, place);
    if (isUndecided(gap)) next.push(...(await propose(ports, tenant, gap.id, { ...fix, gapId: gap.id }, message.at)));
  }
  await withdrawOthers(ports, tenant, note, gapIds, message.at);
  const reading: NoteReading = { outcome: outcomeOf(note, articles, found.undocumented), articles, gapIds };
  await ports.changeNotes.settle(tenant, note.id, note.hash, reading, {
    at: message.at,
    actor: 'mend',
    what: 'change read',
    subject: note.id,
    reason: say(`change.${reading.outcome}`, { title: note.title }),
    ...(gapIds.length > 0 ? { notice: foreseenNotice(note, gapIds, message.at) } : {}),
  });
  return next;
}

function outcomeOf(
  note: ChangeNote,
  articles: readonly TouchedArticle[],
  undocumented: readonly NoteItem[],
): NoteReading['outcome'] {
  if (note.isWithdrawn) return 'withdrawn';
  if (!note.isReleased) return 'told';
  if (undocumented.length > 0) return 'undocumented';
  return articles.length > 0 ? 'patched' : 'nothing';
}

interface Found {
  touched: { article: Article; stale: Foreseen[] }[];
  undocumented: NoteItem[];
  language: string;
}

/** What the note means for the articles of its language, each as it stands live now. */
async function findIn(ports: ForeseePorts, tenant: string, note: ChangeNote): Promise<Found> {
  const all = (await ports.articles.list(tenant)).filter(isTeachable);
  const codes = [...new Set(all.map(({ locale }) => languageOfLocale(locale)))];
  const own = languageOfLocale((await ports.tenants.find(tenant))?.locale ?? 'en');
  const language = languageAmong(`${note.title} ${note.text}`, codes) ?? own;
  const articles = all.filter((article) => languageOfLocale(article.locale) === language);
  const index = changeIndex(articles.map(({ id, title, bodyHtml }) => ({ id, title, body: bodyHtml })));
  const { stale, undocumented } = foreseeIn(index, note, language);
  const helpdesk = await ports.helpdesk(tenant);
  const touched: Found['touched'] = [];
  for (const id of new Set(stale.map(({ articleId }) => articleId))) {
    const known = articles.find((article) => article.id === id);
    const live = known ? await helpdesk.readArticle(id, known.locale).catch(absent) : null;
    if (live) touched.push({ article: live, stale: stale.filter(({ articleId }) => articleId === id) });
  }
  return { touched, undocumented, language };
}

function absent(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}

/** The gap of a note at an article, or of what it launches: the one that stands, or a new one. */
async function open(
  ports: ForeseePorts,
  tenant: string,
  note: ChangeNote,
  cause: 'changed' | 'launched',
  articleId: string | null,
  language: string,
  at: number,
) {
  const findingKey = `${issueOfNote(note.id)}:${articleId ?? cause}`;
  const id = idOf(tenant, 'gap', language, findingKey);
  const standing = await ports.gaps.get(tenant, id);
  const gap = {
    id,
    findingKey,
    language,
    cause,
    issueId: issueOfNote(note.id),
    articleId,
    title: note.title,
    state: standing && standing.state !== 'withdrawn' ? standing.state : ('open' as const),
    openedAt: standing?.openedAt ?? at,
    updatedAt: at,
    conversationIds: standing?.conversationIds ?? [],
    openedWith: [],
    statistics: standing?.statistics ?? {},
  };
  await ports.gaps.renew(tenant, gap);
  return gap;
}

/** Stores the proposal in the place of what the note proposed there before, unless it is the same. */
async function propose(
  ports: ForeseePorts,
  tenant: string,
  gapId: string,
  fix: Omit<StoredFix, 'id' | 'createdAt'>,
  at: number,
): Promise<LoopMessage[]> {
  const id = idOf(tenant, 'fix', gapId, fix.patchHash, fix.baseHash ?? '');
  const earlier = await ports.fixes.ofGap(tenant, gapId);
  if (earlier.some(({ isEdited, state }) => isEdited && (state === 'in_review' || state === 'escalated'))) return [];
  await supersede(
    ports,
    tenant,
    earlier.filter((one) => one.id !== id),
    at,
    say('step.newer'),
  );
  await ports.fixes.add(tenant, { ...fix, id, createdAt: at });
  return [{ type: 'rehearse', at, fixId: id }];
}

async function supersede(
  ports: ForeseePorts,
  tenant: string,
  fixes: readonly StoredFix[],
  at: number,
  reason: ReturnType<typeof say>,
): Promise<void> {
  for (const { id } of fixes)
    await ports.fixes.move(tenant, id, UNDECIDED, {
      change: { state: 'superseded', reason },
      activity: { at, actor: 'mend', what: 'superseded', subject: id, reason },
    });
}

/** What the note no longer says, or that was taken back, is proposed no longer. */
async function withdrawOthers(
  ports: ForeseePorts,
  tenant: string,
  note: ChangeNote,
  kept: readonly string[],
  at: number,
): Promise<void> {
  const gaps = await ports.gaps.about(tenant, { issueIds: [issueOfNote(note.id)], articleIds: [] }, OPEN);
  for (const gap of gaps.filter(({ id }) => !kept.includes(id))) {
    await supersede(ports, tenant, await ports.fixes.ofGap(tenant, gap.id), at, say('step.noteChanged'));
    await ports.gaps.setState(tenant, gap.id, 'withdrawn', at);
  }
}
