import type { DisputeQuestion, Escalation, Knowing } from '../../../shared/escalation.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { asWritten } from '../../../shared/said/said.ts';
import { storedSaid } from '../../../shared/said/stored.ts';
import type { Person } from '../../core/conversation/helpdesk-conversation.ts';
import { isSameDispute } from '../../core/fix/dispute.ts';
import { triedOf, whoKnows, yesOrNo } from '../../core/fix/escalation.ts';
import { idOf } from '../../core/text/hash.ts';
import { NotFound, RetryLater } from '../ports/errors.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import type { Ports } from '../ports/ports.ts';
import { questionsOn } from './answered-disputes.ts';

type EscalatePorts = Pick<Ports, 'fixes' | 'gaps' | 'observations' | 'questions'>;

/** Conversations of a gap that are read to find who knows: the latest say most. */
const READ = 40;

/** Agents named with an escalation, and quotes shown of it. */
const NAMED = 3;
const QUOTED = 5;

/** Escalations that are listed at most. */
const LISTED = 50;

/**
 * Prepares one yes/no question on what a fix's agents disagree about, for the agent with the most conversations of the
 * issue who was not asked yet. Once by fix, dispute and agent; null where nothing is disputed or nobody is left. What was
 * answered or passed on of the same dispute on an earlier draft is not asked again.
 */
export async function prepareQuestion(
  ports: EscalatePorts,
  tenant: string,
  fix: StoredFix,
  at: number,
): Promise<DisputeQuestion | null> {
  const dispute = fix.disputes?.[0];
  const sides = dispute ? yesOrNo(fix, dispute) : null;
  if (!dispute || !sides) return null;
  const earlier = await ports.questions.ofFix(tenant, fix.id);
  const open = earlier.find((question) => question.state === 'open');
  if (open) return open;
  const drafts = await ports.fixes.ofGap(tenant, fix.gapId);
  const same = (await questionsOn(ports, tenant, drafts)).filter((question) => isSameDispute(dispute, question));
  if (same.some(({ state }) => state === 'answered')) return null;
  const passed = same.filter((question) => question.state === 'passed');
  const asked = new Set([...earlier, ...passed].map((question) => question.agentId));
  const [best] = (await knowingOf(ports, tenant, fix)).filter(({ agentId }) => !asked.has(agentId));
  if (!best) return null;
  const question: DisputeQuestion = {
    id: idOf(tenant, 'question', fix.id, storedSaid(dispute.question), best.agentId),
    fixId: fix.id,
    gapId: fix.gapId,
    agentId: best.agentId,
    state: 'open',
    at,
    ...sides,
    answer: null,
    answeredBy: null,
    answeredAt: null,
  };
  await ports.questions.add(tenant, question);
  return question;
}

/**
 * The question that is prepared for this agent (the helpdesk's id of them), the oldest of those whose fix still waits; null
 * where there is none. Answer it with `answerQuestion`.
 */
export async function nextQuestion(
  ports: Pick<Ports, 'fixes' | 'identity' | 'questions'>,
  tenant: string,
  agentId: string,
): Promise<DisputeQuestion | null> {
  const person = await ports.identity.personId(tenant, agentId);
  for (const question of await ports.questions.openFor(tenant, person)) {
    const fix = await ports.fixes.get(tenant, question.fixId);
    if (fix?.state === 'escalated' || fix?.state === 'in_review') return question;
  }
  return null;
}

/** Every fix that needs a person who knows, with its whole context; names of agents are looked up one by one (`escalation`). */
export async function escalations(ports: EscalatePorts, tenant: string): Promise<Escalation[]> {
  const fixes = (await ports.fixes.list(tenant, ['escalated'])).slice(0, LISTED);
  const all: Escalation[] = [];
  for (const fix of fixes) all.push(await contextOf(ports, tenant, fix));
  return all;
}

/** One escalation, with the names of who could answer as the helpdesk has them. NotFound for any other fix. */
export async function escalation(
  ports: Pick<Ports, 'fixes' | 'gaps' | 'helpdesk' | 'identity' | 'observations' | 'questions'>,
  tenant: string,
  fixId: string,
): Promise<Escalation> {
  const fix = await ports.fixes.get(tenant, fixId);
  if (fix?.state !== 'escalated') throw new NotFound(`escalation ${fixId}`);
  const context = await contextOf(ports, tenant, fix);
  return { ...context, whoCouldAnswer: await named(ports, tenant, fix, context.whoCouldAnswer) };
}

async function contextOf(ports: EscalatePorts, tenant: string, fix: StoredFix): Promise<Escalation> {
  const { id, kind, title, articleId, category, createdAt } = fix;
  const gap = await ports.gaps.get(tenant, fix.gapId);
  const questions = await ports.questions.ofFix(tenant, fix.id);
  return {
    fix: { id, kind, title, articleId, category, createdAt },
    gap: gap && { id: gap.id, title: gap.title, cause: gap.cause, people: gap.conversationIds.length },
    why: fix.reason ?? asWritten(''),
    tried: triedOf(fix, await ports.fixes.ofGap(tenant, fix.gapId)),
    evidence: fix.evidence.slice(0, QUOTED),
    whoCouldAnswer: (await knowingOf(ports, tenant, fix)).slice(0, NAMED),
    question: questions.find((question) => question.state === 'open') ?? questions.at(-1) ?? null,
  };
}

async function knowingOf(
  ports: Pick<Ports, 'gaps' | 'observations'>,
  tenant: string,
  fix: StoredFix,
): Promise<Knowing[]> {
  const gap = await ports.gaps.get(tenant, fix.gapId);
  const ids = [
    ...new Set([...(gap?.conversationIds.slice(-READ) ?? []), ...fix.evidence.map((q) => q.conversationId)]),
  ];
  return whoKnows(await ports.observations.conversations(tenant, ids), READ);
}

/**
 * Names as the helpdesk has them now: only hashes of people are stored. Who is not found there, or while it does not answer,
 * stays without one: names are no reason to keep the question from who can answer it.
 */
async function named(
  ports: Pick<Ports, 'helpdesk' | 'identity'>,
  tenant: string,
  fix: StoredFix,
  known: Knowing[],
): Promise<Knowing[]> {
  const helpdesk = await ports.helpdesk(tenant);
  const cited = [...new Set(fix.evidence.map((quote) => quote.conversationId))].slice(0, NAMED);
  const names = new Map<string, string>();
  for (const id of cited) {
    const people = await peopleOf(helpdesk, id);
    for (const person of people.filter(({ role }) => role === 'agent'))
      names.set(await ports.identity.personId(tenant, person.id), person.name);
  }
  return known.map((one) => ({ ...one, name: names.get(one.agentId) ?? null }));
}

async function peopleOf(helpdesk: Helpdesk, id: string): Promise<Person[]> {
  try {
    return (await helpdesk.readConversation(id)).people;
  } catch (error) {
    if (error instanceof NotFound || error instanceof RetryLater) return [];
    throw error;
  }
}
