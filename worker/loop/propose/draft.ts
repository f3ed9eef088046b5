import type { Article } from '../../../shared/article.ts';
import type { Conversation } from '../../../shared/conversation.ts';
import { isForeseen, isHabit } from '../../../shared/diagnosis.ts';
import type { Fix } from '../../../shared/fix.ts';
import type { Gap, StoredFix } from '../../../shared/gap.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { mannerOf } from '../../core/drafts/article/manner.ts';
import { EVIDENCE_READ, OTHERS_READ } from '../../core/drafts/article/reading.ts';
import { type Around, draft as draftFix } from '../../core/drafts/draft.ts';
import { leavingOut } from '../../core/drafts/left-out.ts';
import { NEWLY_DRAFTED } from '../../core/fix/newly-drafted.ts';
import { UNDECIDED } from '../../core/fix/undecided.ts';
import { hostsOf } from '../../core/gates/fit.ts';
import { linksAndImages } from '../../core/html/normalize.ts';
import { languageOfLocale } from '../../core/language/locale.ts';
import type { Finding } from '../../core/learned/finding.ts';
import { suggest } from '../../core/learning/learned.ts';
import { patchHashOf } from '../../core/publishing/writing/patch-hash.ts';
import { hashText, idOf } from '../../core/text/hash.ts';
import { isUndecided, noteIdOf } from '../observe/open-gap.ts';
import { NotFound } from '../ports/errors.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { withAnswers } from './answered-disputes.ts';
import { canStand, deservesAnotherTry } from './best-draft.ts';
import { type Companions, readCompanions, withCompanions } from './companions.ts';
import { makeWay, whyNotNow } from './habits.ts';
import { isLeftToPeople } from './unsupported.ts';
import { write } from './write.ts';

/**
 * Drafts the fix of a gap from what agents said in its evidence and the article as it stands live. A draft that says
 * what the last one said changes nothing. What waits for a decision and can still stand waits on: once the new draft is
 * scored, the better one stays. What a person has decided or worded stays, also where they did it while a model was asked
 * for the wording.
 */
export async function draft(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'draft' }>,
): Promise<LoopMessage[]> {
  const gap = await ports.gaps.get(tenant, message.gapId);
  if (!gap) throw new NotFound(`gap ${message.gapId}`);
  if (!isUndecided(gap)) return [];
  if (isForeseen(gap.cause)) return [{ type: 'foresee', at: message.at, noteId: noteIdOf(gap) }];
  const { learned } = await ports.memory.load(tenant, gap.language);
  const read = await ports.observations.conversations(tenant, gap.conversationIds.slice(-EVIDENCE_READ));
  const evidence = read.filter((conversation) => conversation.state === 'solved');
  const known = await ports.fixes.ofGap(tenant, gap.id);
  if (gap.conversationIds.length === 0) return withdrawGap(ports, tenant, gap, known, message.at);
  if (known.some(isWorded)) return [];
  const base = gap.articleId ? await liveArticle(ports, tenant, gap.articleId) : null;
  if (gap.articleId && !base) return [];
  const around = await aroundOf(ports, tenant, gap, evidence, known);
  const drafted = draftFix(learned, findingOf(gap, gap.cause), evidence, base, around);
  const wrong = new Set(known.flatMap((one) => one.leftOut ?? []));
  const builtin = drafted && leavingOut(drafted, base?.bodyHtml ?? null, wrong);
  const isOfHabit = isHabit(gap.cause);
  if (!builtin) return isOfHabit ? withdrawGap(ports, tenant, gap, known, message.at, say('step.untellable')) : [];
  if (isOfHabit) {
    const why = await whyNotNow(ports, tenant, gap, builtin, learned);
    if (why !== null) return why === 'full' ? [] : withdrawGap(ports, tenant, gap, known, message.at, why);
  }
  if (await isLeftToPeople(ports, tenant, gap, builtin, message.at)) return [];
  const voice = ports.writer ? (await ports.tenants.policy(tenant)).voice : '';
  const settled = await withAnswers(ports, tenant, builtin, base?.bodyHtml ?? null, known);
  const tone = { language: gap.language, voice, titles: mannerOf(around.articles).titles };
  const { fix, writer } = await write(ports, tenant, tone, { fix: settled, undecided: builtin }, base, known);
  const neighbour =
    base ?? (await nearest(ports, tenant, suggest(learned, gap.title)[0]?.articleId ?? null, gap.language));
  const changes = isOfHabit ? null : base;
  const changed = { ...fix, locale: base?.locale ?? '', baseHtml: changes?.bodyHtml ?? null };
  const companions = changes || !isOfHabit ? withCompanions(await readCompanions(ports, tenant, changed)) : {};
  const stored = { ...storedFix(tenant, gap, fix, changes, neighbour, companions, message.at), writer };

  const earlier = writer ? await ports.fixes.ofGap(tenant, gap.id) : known;
  const stands = writer ? await ports.gaps.get(tenant, gap.id) : gap;
  if (!stands || !isUndecided(stands) || earlier.some(isWorded)) return [];
  const standing = earlier.filter((one) => canStand(one, stored, stands));
  const same = earlier.find((f) => f.id === stored.id);
  const isAgain = same !== undefined && deservesAnotherTry(same, stored, standing.length > 0);
  if (same && !isAgain) return same.state === 'drafted' ? [{ type: 'rehearse', at: message.at, fixId: same.id }] : [];
  for (const old of earlier.filter((one) => !standing.includes(one))) {
    const activity = {
      at: message.at,
      actor: 'mend',
      what: 'superseded',
      subject: old.id,
      reason: say('step.newer'),
    };
    await ports.fixes.move(tenant, old.id, UNDECIDED, { change: { state: 'superseded' }, activity });
  }
  if (!isOfHabit) await makeWay(ports, tenant, gap, learned, message.at);
  if (isAgain)
    await ports.fixes.move(tenant, stored.id, ['superseded'], {
      change: stored,
      activity: { at: message.at, actor: 'mend', what: 'drafted again', subject: stored.id, reason: say('step.again') },
    });
  else await ports.fixes.add(tenant, stored);
  return [{ type: 'rehearse', at: message.at, fixId: stored.id }];
}

/** Whether a person worded it and has not decided it yet: nothing takes its place. */
function isWorded({ isEdited, state }: StoredFix): boolean {
  return isEdited && (state === 'in_review' || state === 'escalated');
}

/** What a draft is written against. Other conversations and the articles are read for a new article alone. */
async function aroundOf(
  ports: Pick<Ports, 'articles' | 'observations' | 'tenants'>,
  tenant: string,
  gap: Gap,
  evidence: readonly Conversation[],
  known: readonly StoredFix[],
): Promise<Around> {
  const around = {
    language: gap.language,
    hosts: await ownHosts(ports, tenant, evidence),
    elsewhere: [],
    articles: [],
  };
  if (gap.cause !== 'missing') return around;
  const others = await ports.observations.sample(tenant, gap.language, gap.conversationIds, OTHERS_READ);
  const ids = others.flatMap((one) => (one.issueId === gap.issueId ? [] : [one.conversationId]));
  const title = known.findLast(({ kind }) => kind === 'new_article')?.title;
  return {
    ...around,
    elsewhere: await ports.observations.conversations(tenant, ids),
    articles: (await ports.articles.list(tenant)).filter((a) => languageOfLocale(a.locale) === gap.language),
    ...(title === undefined ? {} : { title }),
  };
}

/** The tenant's own hosts: its account's, its articles' and those that they link to; read only where an agent named one. */
async function ownHosts(
  ports: Pick<Ports, 'articles' | 'tenants'>,
  tenant: string,
  evidence: readonly Conversation[],
): Promise<Set<string>> {
  const isNamed = evidence.some(({ turns }) => turns.some((t) => t.author === 'agent' && t.text.includes('://')));
  if (!isNamed) return new Set();
  const articles = await ports.articles.list(tenant);
  const account = (await ports.tenants.find(tenant))?.baseUrl ?? '';
  return hostsOf([account, ...articles.flatMap((a) => [a.url ?? '', ...linksAndImages(a.bodyHtml)])]);
}

async function withdrawGap(
  ports: Pick<Ports, 'fixes' | 'gaps'>,
  tenant: string,
  gap: Gap,
  fixes: StoredFix[],
  at: number,
  reason: Said = say('step.withdrawn'),
): Promise<LoopMessage[]> {
  for (const fix of fixes)
    await ports.fixes.move(tenant, fix.id, UNDECIDED, {
      change: { state: 'superseded' },
      activity: { at, actor: 'mend', what: 'withdrawn', subject: fix.id, reason },
    });
  await ports.gaps.setState(tenant, gap.id, 'withdrawn', at);
  return [];
}

function findingOf(gap: Gap, cause: Finding['cause']): Finding {
  const { findingKey, issueId, articleId, title, conversationIds, statistics } = gap;
  return { key: findingKey, cause, issueId, articleId, title, conversationIds, statistics };
}

async function liveArticle(
  ports: Pick<Ports, 'articles' | 'helpdesk'>,
  tenant: string,
  id: string,
): Promise<Article | null> {
  const known = (await ports.articles.list(tenant, [id]))[0];
  if (!known) return null;
  const helpdesk = await ports.helpdesk(tenant);
  try {
    return await helpdesk.readArticle(id, known.locale);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

async function nearest(
  ports: Pick<Ports, 'articles'>,
  tenant: string,
  id: string | null,
  language: string,
): Promise<Article | null> {
  const isOurs = (article: Article) => article.locale.startsWith(language);
  const near = id === null ? undefined : (await ports.articles.list(tenant, [id])).find(isOurs);
  return near ?? (await ports.articles.list(tenant)).find(isOurs) ?? null;
}

function storedFix(
  tenant: string,
  gap: Gap,
  fix: Fix,
  base: Article | null,
  neighbour: Article | null,
  companions: Partial<Companions>,
  at: number,
): StoredFix {
  const patchHash = patchHashOf({ ...fix, ...companions });
  return {
    ...fix,
    ...companions,
    id: idOf(tenant, 'fix', gap.id, patchHash, base ? hashText(base.bodyHtml) : ''),
    gapId: gap.id,
    cause: gap.cause,
    language: gap.language,
    locale: base?.locale ?? neighbour?.locale ?? gap.language,
    category: neighbour?.section ?? '',
    sectionId: neighbour?.sectionId ?? null,
    likeArticleId: neighbour?.id ?? null,
    baseHtml: base?.bodyHtml ?? null,
    createdAt: at,
    baseHash: base ? hashText(`${base.title}\u0000${base.bodyHtml}`) : null,
    patchHash,
    ...NEWLY_DRAFTED,
  };
}
