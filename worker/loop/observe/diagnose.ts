import type { Conversation, Turn } from '../../../shared/conversation.ts';
import type { Gap } from '../../../shared/gap.ts';
import { flagsOf } from '../../core/advice/flags.ts';
import { openingQuestion } from '../../core/conversation/opening.ts';
import { revisionOf } from '../../core/conversation/prepare.ts';
import { type AskedQuestion, questionsOf } from '../../core/conversation/questions.ts';
import { articleIdsIn, linkedArticleIds } from '../../core/html/links.ts';
import { spaceOf } from '../../core/language/space.ts';
import { fold } from '../../core/learning/fold.ts';
import { issueOf, type Solved } from '../../core/learning/learned.ts';
import type { Part } from '../../core/learning/solved.ts';
import { endingOf } from '../../core/measure/ending.ts';
import { endedBadly, isTroubled, signalsOf } from '../../core/signals/signals.ts';
import { REPEAT_WINDOW_MS } from '../../core/signals/stated.ts';
import type { RawConversation } from '../ports/helpdesk.ts';
import type { LoopMessage } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import type { LogEntry } from '../ports/stores/learning.ts';
import type { Observation } from '../ports/stores/observations.ts';
import { gapOf, isUndecided } from './open-gap.ts';

/** Learned state is written as a snapshot each time this many entries were appended: bounds the tail a cold isolate folds. */
export const SNAPSHOT_EVERY = 100;

/**
 * Learns from a solved conversation: its issue, whether an article covered it, why knowledge failed, and the gaps that
 * opened or moved by it; stored in one batch with the log entry that reproduces it. A gap that moved is drafted next. One that is
 * kept for some teaches in a space of its own and opens no gap: whatever a gap leads to, more people read.
 */
export async function diagnose(
  ports: Pick<Ports, 'articles' | 'gaps' | 'memory' | 'observations' | 'outcomes'>,
  tenant: string,
  { raw, conversation, opened }: { raw: RawConversation; conversation: Conversation; opened: Observation },
): Promise<LoopMessage[]> {
  const at = conversation.updatedAt;
  const language = spaceOf(conversation);
  const { learned, head } = await ports.memory.load(tenant, language);
  try {
    const entries = entriesFor(opened, conversation, raw, head);
    const lesson = entries.map((entry) => (entry.language === language ? fold(learned, entry) : null)).at(-1) ?? null;
    const end = head + entries.length;
    ports.memory.keep(tenant, language, learned, end);
    const earlier = await ports.observations.recentOf(tenant, conversation.requesterId, at - REPEAT_WINDOW_MS, at);
    const done = await ports.outcomes.ofConversation(tenant, conversation.id);
    const signals = signalsOf({
      conversation,
      facts: raw,
      suggestedArticleIds: opened.suggestedArticleIds,
      linkedArticleIds: linkedArticleIds(conversation.turns),
      botArticleIds: await articlesAt(ports, tenant, raw.botAnswer?.sourceUrls ?? []),
      coverage: lesson?.coverage ?? null,
      issueId: lesson?.issueId ?? null,
      articleId: lesson?.articleId ?? null,
      flags: flagsOf(
        done.filter((one) => one.at <= at),
        conversation.turns,
        opened.suggestedArticleIds,
      ),
      earlier: earlier
        .filter((o) => o.conversationId !== conversation.id)
        .map((o) => ({ at: o.at, issueId: o.issueId && issueOf(learned, o.issueId), articleId: o.articleId })),
    });
    const gaps: Gap[] = [];
    const isPublic = conversation.audience === undefined;
    for (const finding of isPublic ? (lesson?.findings ?? []) : [])
      gaps.push(await gapOf(ports, tenant, finding, language, at));
    const observation: Observation = {
      ...opened,
      state: 'observed',
      at,
      revision: revisionOf(conversation, raw),
      language,
      coverage: lesson?.coverage ?? null,
      diagnosis: lesson?.diagnosis ?? 'none',
      issueId: lesson?.issueId ?? null,
      articleId: lesson?.articleId ?? null,
      signals,
      ...(lesson && lesson.questions.length > 1 && { questions: lesson.questions }),
    };
    const ending = endingOf(conversation, raw, {
      issueId: observation.issueId,
      articleId: observation.articleId,
      diagnosis: observation.diagnosis ?? 'none',
      signals,
      wasAdvised: opened.suggestedArticleIds.length > 0,
      done: done.filter((one) => one.at <= at),
    });
    const moved = lesson?.moved ?? [];
    await ports.observations.record(tenant, { observation, conversation, entries, gaps, ending, moved });
    const drafts = gaps.filter(isUndecided).map((gap): LoopMessage => ({ type: 'draft', at, gapId: gap.id }));
    const isDue = Math.floor(end / SNAPSHOT_EVERY) > Math.floor(head / SNAPSHOT_EVERY);
    return isDue ? [...drafts, { type: 'consolidate', at }] : drafts;
  } catch (error) {
    ports.memory.drop(tenant);
    throw error;
  }
}

/** Articles that are there, of those that addresses name. */
async function articlesAt(ports: Pick<Ports, 'articles'>, tenant: string, urls: readonly string[]): Promise<string[]> {
  const named = articleIdsIn(urls);
  if (named.length === 0) return [];
  return [...new Set((await ports.articles.list(tenant, named)).map((article) => article.id))];
}

function entriesFor(opened: Observation, conversation: Conversation, facts: RawConversation, head: number): LogEntry[] {
  const learnt: LogEntry = {
    seq: head + 1,
    language: spaceOf(conversation),
    kind: 'solved',
    solved: {
      ...solvedOf(conversation),
      isTroubled: isTroubled(conversation, facts),
      endedBadly: endedBadly(conversation, facts),
      ...(facts.teams ? { teams: facts.teams } : {}),
    },
  };
  if (opened.state !== 'observed') return [learnt];
  return [
    { seq: head + 1, language: opened.language, kind: 'withdrawn', conversationId: opened.conversationId },
    { ...learnt, seq: head + 2 },
  ];
}

/**
 * What the learning reads of a conversation: bots don't teach, since their words may be our own; nor does what agents say to
 * offers, trials and programs, since nobody asked.
 */
export function solvedOf(conversation: Conversation): Solved {
  const wasAsked = conversation.kind !== 'chaff' && conversation.kind !== 'machine';
  const turns = wasAsked ? conversation.turns : [];
  const by = (author: Turn['author']) => turns.filter((turn) => turn.author === author);
  const whole = { text: openingQuestion(conversation), customerTurns: by('customer'), agentTurns: by('agent') };
  const asked = wasAsked ? questionsOf(conversation) : [];
  return {
    conversationId: conversation.id,
    at: conversation.updatedAt,
    requesterId: conversation.requesterId,
    organizationId: conversation.organizationId,
    ...partOf(whole),
    ...(asked.length > 1 && { parts: asked.map(partOf) }),
  };
}

function partOf({ text: question, customerTurns, agentTurns }: AskedQuestion): Part {
  return {
    question,
    customerTurns: customerTurns.map(({ id, text, at }) => ({ id, text, at })),
    agentTurns: agentTurns.map(({ id, text, at, personId }) => ({ id, text, at, personId })),
  };
}
