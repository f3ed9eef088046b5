import type { Conversation } from '../../../shared/conversation.ts';
import { actsAnywhere } from '../../core/answering/record.ts';
import { openingQuestion } from '../../core/conversation/opening.ts';
import { cutTo, prepare, revisionOf, vendorIdsOf } from '../../core/conversation/prepare.ts';
import { languageOfLocale } from '../../core/language/locale.ts';
import { audienceIn, languageIn, spaceOf } from '../../core/language/space.ts';
import { idOf } from '../../core/text/hash.ts';
import { NotFound } from '../ports/errors.ts';
import type { RawConversation } from '../ports/helpdesk.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import type { Observation } from '../ports/stores/observations.ts';
import { suggestArticles } from '../search/search.ts';
import { boundConversation } from './bound-conversation.ts';
import { deskOf } from './desk.ts';
import { diagnose } from './diagnose.ts';
import { effortToAsk } from './effort-to-ask.ts';
import { erasedAmong } from './erase.ts';
import { draftsOf } from './open-gap.ts';
import { keepOddRows } from './set-aside.ts';
import { withdrawEvidence } from './withdraw.ts';

/** What one conversation reaches once it was read, live or from the past. */
export type ObservePorts = Pick<
  Ports,
  | 'articles'
  | 'cursors'
  | 'gaps'
  | 'identity'
  | 'learningLog'
  | 'memory'
  | 'observations'
  | 'outcomes'
  | 'retention'
  | 'tenants'
>;

/**
 * Reads a conversation again (the webhook was a hint) and stores what it teaches: on opening, what the sidebar would
 * suggest; once solved, its lesson; where it was deleted, merged or reopened, its evidence leaves. Only what had
 * happened by the message's event time counts, so that a backlog gives what live traffic would have given; a message
 * older than what is known says nothing new.
 */
export async function observe(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'observe' }>,
): Promise<LoopMessage[]> {
  const now = await readOrNull(ports, tenant, message.conversationId, message.at);
  if (now) {
    const next = await observeRead(ports, tenant, now, message.at);
    return [...next, ...(await effortToAsk(ports, tenant, now, message.at))];
  }
  const known = await ports.observations.find(tenant, message.conversationId);
  return withdrawEvidence(ports, tenant, known, message.at, 'deleted');
}

/** The same for a conversation just read, as the first reading of the past reads many at once. */
export async function observeRead(
  ports: ObservePorts,
  tenant: string,
  now: RawConversation,
  at: number,
): Promise<LoopMessage[]> {
  const read = await withoutErased(ports, tenant, now);
  if (!read) return [];
  return observeKept(ports, tenant, read, at);
}

async function observeKept(
  ports: ObservePorts,
  tenant: string,
  now: RawConversation,
  at: number,
): Promise<LoopMessage[]> {
  const audience = now.restrictedTo ?? undefined;
  let known = await ports.observations.find(tenant, now.id);
  const left: LoopMessage[] = [];
  if (audience !== undefined && !(await mayTeach(ports, tenant, audience)))
    return keptPrivate(ports, tenant, known, at);
  if (known && audienceIn(known.language) !== (audience ?? null)) {
    left.push(...(await keptPrivate(ports, tenant, known, at)));
    known = null;
  }
  return [...left, ...(await observeIn(ports, tenant, { now, known, audience }, at))];
}

/** Whether an admin lets conversations that are kept for this group or teammate teach. */
async function mayTeach(ports: Pick<Ports, 'tenants'>, tenant: string, audience: string): Promise<boolean> {
  return (await ports.tenants.policy(tenant)).learnsFromPrivate.includes(audience);
}

async function observeIn(
  ports: ObservePorts,
  tenant: string,
  { now, known, audience }: { now: RawConversation; known: Observation | null; audience: string | undefined },
  at: number,
): Promise<LoopMessage[]> {
  if (now.state === 'deleted' || now.state === 'merged') return withdrawEvidence(ports, tenant, known, at, now.state);
  if (known && known.state !== 'suggested' && known.at > at) return [];
  const raw = cutTo(now, at);
  const conversation = { ...(await redacted(ports, tenant, raw)), ...(audience === undefined ? {} : { audience }) };
  if (audience !== undefined) await teachArticles(ports, tenant, spaceOf(conversation));
  if (conversation.state === 'open' && known && known.state !== 'suggested') {
    const left = await withdrawEvidence(ports, tenant, known, at, 'open');
    return [...left, ...(await answering(ports, tenant, raw.id, at))];
  }
  const opened = known ?? (await suggestFor(ports, tenant, conversation, at));
  if (conversation.state === 'open') return answering(ports, tenant, raw.id, at);
  if (known?.state === 'observed' && known.revision === revisionOf(conversation, raw))
    return draftsOf(await ports.gaps.list(tenant), known.at);
  return diagnose(ports, tenant, { raw, conversation, opened });
}

/** A conversation that is open is for people, and for what a category does without them; where none does anything nothing is asked. */
async function answering(
  ports: Pick<Ports, 'tenants'>,
  tenant: string,
  conversationId: string,
  at: number,
): Promise<LoopMessage[]> {
  return actsAnywhere(await ports.tenants.policy(tenant)) ? [{ type: 'answer', at, conversationId }] : [];
}

/** Tells a space of its own, once, what the articles of its language say: its conversations teach against them. */
async function teachArticles(
  ports: Pick<Ports, 'articles' | 'learningLog' | 'memory'>,
  tenant: string,
  space: string,
): Promise<void> {
  if ((await ports.learningLog.languages(tenant)).includes(space)) return;
  const articles = (await ports.articles.list(tenant)).filter((a) => languageOfLocale(a.locale) === languageIn(space));
  await ports.memory.append(
    tenant,
    articles.map((article) => ({ kind: 'article', language: space, article })),
  );
}

/**
 * What not every agent may open, and no admin lets teach, is not stored: its words would reach who may not read them. What was
 * stored before it was kept private leaves as if it had been deleted.
 */
async function keptPrivate(
  ports: Pick<Ports, 'gaps' | 'learningLog' | 'observations' | 'retention'>,
  tenant: string,
  known: Observation | null,
  at: number,
): Promise<LoopMessage[]> {
  if (!known) return [];
  const next = await withdrawEvidence(ports, tenant, known, at, 'deleted');
  await ports.retention.eraseConversation(tenant, known.conversationId);
  return next;
}

async function readOrNull(
  ports: Pick<Ports, 'activity' | 'cursors' | 'helpdesk'>,
  tenant: string,
  id: string,
  at: number,
): Promise<RawConversation | null> {
  const helpdesk = await ports.helpdesk(tenant);
  try {
    const conversation = await helpdesk.readConversation(id);
    await keepOddRows(ports, tenant, helpdesk, at);
    return conversation;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/**
 * The conversation without what people wrote who asked to be forgotten; null where it is such a person's own.
 */
export async function withoutErased(
  ports: Pick<Ports, 'cursors' | 'identity'>,
  tenant: string,
  raw: RawConversation,
): Promise<RawConversation | null> {
  const ids = [...new Set([raw.requester.id, ...raw.turns.map((turn) => turn.authorId)])];
  const personIds = await Promise.all(ids.map((id) => ports.identity.personId(tenant, id)));
  const erased = await erasedAmong(ports, tenant, personIds);
  if (erased.size === 0) return raw;
  const gone = new Set(ids.filter((_, i) => erased.has(personIds[i] ?? '')));
  if (gone.has(raw.requester.id)) return null;
  return { ...raw, turns: raw.turns.filter((turn) => !gone.has(turn.authorId)) };
}

/** The conversation as it may be stored: without personal data, people as keyed hashes. */
export async function redacted(
  ports: Pick<Ports, 'cursors' | 'identity' | 'tenants'>,
  tenant: string,
  raw: RawConversation,
): Promise<Conversation> {
  const personIds = new Map<string, string>();
  for (const id of vendorIdsOf(raw)) personIds.set(id, await ports.identity.personId(tenant, id));
  return boundConversation(prepare(raw, { personId: (id) => personIds.get(id) ?? '' }, await deskOf(ports, tenant)));
}

async function suggestFor(
  ports: Pick<Ports, 'articles' | 'memory' | 'observations'>,
  tenant: string,
  conversation: Conversation,
  at: number,
): Promise<Observation> {
  const question = openingQuestion(conversation);
  const suggested = await suggestArticles(ports, tenant, spaceOf(conversation), question, at);
  const observation: Observation = {
    id: idOf(tenant, 'observation', conversation.id),
    conversationId: conversation.id,
    state: 'suggested',
    at,
    revision: '',
    language: spaceOf(conversation),
    question,
    suggestedArticleIds: suggested.map((s) => s.articleId),
    coverage: null,
    diagnosis: null,
    issueId: null,
    articleId: null,
    signals: [],
    requesterId: conversation.requesterId,
    organizationId: conversation.organizationId,
  };
  await ports.observations.suggest(tenant, observation, conversation);
  return observation;
}
