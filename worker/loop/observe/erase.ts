import { z } from 'zod';
import type { Article } from '../../../shared/article.ts';
import { say } from '../../../shared/said/said.ts';
import { conversationsSaidBy } from '../../core/learning/unlearn.ts';
import { sealAnew, verifyChain } from '../account/seal-activity.ts';
import { Invalid } from '../ports/errors.ts';
import { type LoopMessage, messageKey } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { withdrawEvidence } from './withdraw.ts';

/** Conversations taken back in one run: about twelve statements each. */
const A_RUN = 25;

const NAME = 'erased:';
const tombstone = (personId: string) => `${NAME}${personId}`;

/**
 * How far an erasure has come. `userId` is kept until it is done and then forgotten; `sealsHeld` is what the log's seals said
 * before names were taken out under them.
 */
const progressSchema = z.object({
  at: z.number(),
  userId: z.string().nullable(),
  own: z.number().default(0),
  others: z.number().default(0),
  standing: z.number().default(0),
  sealsHeld: z.boolean().nullable().default(null),
});
type Progress = z.infer<typeof progressSchema>;

/** Those of these people (keyed hashes) who asked to be forgotten: nothing of theirs is read again, by no late event or past. */
export async function erasedAmong(
  ports: Pick<Ports, 'cursors'>,
  tenant: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  const found = await ports.cursors.among(tenant, personIds.map(tombstone));
  return new Set(found.map((name) => name.slice(NAME.length)));
}

/** Conversations counted before somebody erases; where there are more, the answer says at least so many. */
const MAX_COUNTED = 1_000;

/** What leaves with a person: how many conversations that they asked, and of others in which they wrote, so that their answers are evidence no more. */
export async function whatLeavesWith(
  ports: Pick<Ports, 'identity' | 'observations' | 'learningLog' | 'memory'>,
  tenant: string,
  vendorUserId: string,
): Promise<{ asked: number; answered: number }> {
  const personId = await ports.identity.personId(tenant, vendorUserId.trim());
  const stored = await ports.observations.withWordsOf(tenant, personId, MAX_COUNTED);
  const asked = stored.filter(({ requesterId }) => requesterId === personId).map((one) => one.conversationId);
  const all = new Set([...stored.map((one) => one.conversationId), ...(await saidBy(ports, tenant, personId))]);
  return { asked: asked.length, answered: all.size - asked.length };
}

/** Takes note that a person is to be forgotten: from now on nothing of theirs is read, and what is known leaves. */
export async function requestErasure(
  ports: Pick<Ports, 'identity' | 'cursors' | 'activity' | 'inbox' | 'eventClock'>,
  tenant: string,
  vendorUserId: string,
  actor: string,
): Promise<void> {
  const userId = vendorUserId.trim();
  if (userId === '') throw new Invalid(say('refused.person'));
  const personId = await ports.identity.personId(tenant, userId);
  const at = ports.eventClock.now();
  await keep(ports, tenant, personId, progressSchema.parse({ at, userId }));
  await ports.activity.add(tenant, {
    at,
    actor,
    what: 'erasure asked',
    subject: personId,
    reason: say('step.eraseAsked'),
  });
  const message: LoopMessage = { type: 'erase', at, personId };
  await ports.inbox.add(tenant, [{ key: messageKey(message), message }]);
}

/**
 * Takes back what a person's conversations taught and removes them, a number a run. Conversations of others in which they wrote
 * are removed as well and read again at the helpdesk without their words. Then no word that only they said is left in what was
 * learned, and where they are of the team their name and id leave everything else. The log says what left and what stays.
 */
export async function erase(
  ports: Ports,
  tenant: string,
  message: Extract<LoopMessage, { type: 'erase' }>,
): Promise<LoopMessage[]> {
  const { personId, at } = message;
  await ports.productFacts.forgetPerson(tenant, personId);
  await ports.departures.forgetPerson(tenant, personId);
  const progress = await progressOf(ports, tenant, personId, at);
  const left = await ports.observations.withWordsOf(tenant, personId, A_RUN);
  const ids = left.map((one) => one.conversationId);
  const remembered =
    left.length < A_RUN ? (await saidBy(ports, tenant, personId)).filter((id) => !ids.includes(id)) : [];
  const next: LoopMessage[] = [];
  for (const conversationId of [...ids, ...remembered].slice(0, A_RUN)) {
    const known = await ports.observations.find(tenant, conversationId);
    next.push(...(await withdrawEvidence(ports, tenant, known, at, 'deleted')));
    const { standing } = await ports.retention.eraseConversation(tenant, conversationId);
    const isOwn = known?.requesterId === personId;
    if (!isOwn) next.push({ type: 'observe', at, conversationId, moment: 'changed' });
    progress.standing += standing;
    progress[isOwn ? 'own' : 'others'] += 1;
  }
  await keep(ports, tenant, personId, progress);
  if (ids.length + remembered.length >= A_RUN) return [...next, { ...message, at: at + 1 }];
  for (const language of await ports.learningLog.languages(tenant)) {
    await ports.memory.append(tenant, [{ kind: 'erased', language }]);
    await ports.memory.snapshot(tenant, language);
  }
  await eraseFromTeam(ports, tenant, personId, progress, at);
  await ports.activity.add(tenant, {
    at,
    actor: 'mend',
    what: 'erased',
    subject: personId,
    reason: say('step.erased', { own: progress.own, others: progress.others, standing: progress.standing }),
  });
  await keep(ports, tenant, personId, { ...progress, userId: null });
  return next;
}

/** What is the person's as one of the team; nothing where they are none. */
async function eraseFromTeam(
  ports: Pick<Ports, 'activity' | 'cursors' | 'retention'>,
  tenant: string,
  personId: string,
  progress: Progress,
  at: number,
): Promise<void> {
  const { userId } = progress;
  const names = userId === null ? null : await ports.retention.teammateNames(tenant, { userId, personId });
  if (userId === null || names === null) return;
  if (progress.sealsHeld === null) {
    progress.sealsHeld = (await verifyChain(ports, tenant)).brokenAt === null;
    await keep(ports, tenant, personId, progress);
  }
  const standIn = standInFor(personId);
  await ports.retention.eraseTeammate(tenant, { userId, personId, names }, standIn);
  if (progress.sealsHeld) await sealAnew(ports, tenant);
  const chain = say(progress.sealsHeld ? 'step.sealsHeld' : 'step.sealsBroken');
  const reason = say('step.erasedTeammate', { standIn, chain });
  await ports.activity.add(tenant, { at, actor: 'mend', what: 'erased', subject: personId, reason });
}

/** Conversations in which the person is remembered as a speaker, also where their text is long gone. */
async function saidBy(
  ports: Pick<Ports, 'learningLog' | 'memory'>,
  tenant: string,
  personId: string,
): Promise<string[]> {
  const found = new Set<string>();
  for (const language of await ports.learningLog.languages(tenant)) {
    const { learned } = await ports.memory.load(tenant, language);
    for (const id of conversationsSaidBy(learned, personId)) found.add(id);
  }
  return [...found];
}

/** What stands in the place of a teammate's name and id: the same for all that one person did. */
function standInFor(personId: string): string {
  return `erased-${personId.slice(0, 6)}`;
}

/** Articles without the ids of editors who asked to be forgotten: the helpdesk still has them. */
export async function withoutErasedEditors(
  ports: Pick<Ports, 'cursors' | 'identity'>,
  tenant: string,
  articles: Article[],
): Promise<Article[]> {
  const ids = [...new Set(articles.flatMap(({ updatedBy }) => updatedBy ?? []))];
  const personIds = new Map<string, string>();
  for (const id of ids) personIds.set(id, await ports.identity.personId(tenant, id));
  const erased = await erasedAmong(ports, tenant, [...personIds.values()]);
  if (erased.size === 0) return articles;
  return articles.map((article) => {
    const personId = personIds.get(article.updatedBy ?? '');
    return personId && erased.has(personId) ? { ...article, updatedBy: standInFor(personId) } : article;
  });
}

async function progressOf(
  ports: Pick<Ports, 'cursors'>,
  tenant: string,
  personId: string,
  at: number,
): Promise<Progress> {
  const stored = await ports.cursors.get(tenant, tombstone(personId));
  const read = stored?.startsWith('{') ? JSON.parse(stored) : { at, userId: null };
  return progressSchema.parse(read);
}

function keep(ports: Pick<Ports, 'cursors'>, tenant: string, personId: string, progress: Progress): Promise<void> {
  return ports.cursors.set(tenant, tombstone(personId), JSON.stringify(progress));
}
