import type { BotAnswer } from '../../loop/ports/helpdesk.ts';
import type { AiAgent, Part } from '../shapes.ts';
import { partAuthor } from './authors.ts';

/** Tags under this prefix are ours alone: a workspace's own tag that begins so is left out. */
export const FIN_PREFIX = 'fin:';

const MAX_SOURCES = 10;
const MAX_URL_CHARS = 300;

/** 4 and 5 are good, 1 and 2 bad, 3 says neither. */
export function ratingOf(rating: number | null | undefined): 'good' | 'bad' | null {
  if (!rating || rating === 3) return null;
  return rating > 3 ? 'good' : 'bad';
}

function wasHandedOver(parts: Part[]): boolean {
  const lastAnswer = parts.findLastIndex((part) => part.author?.from_ai_agent || part.author?.is_ai_answer);
  return parts.some((part, i) => i > lastAnswer && part.body && partAuthor(part) === 'agent');
}

/** Ends of Fin's part that say its answer did not do. */
const FAILED = ['escalated', 'negative_feedback', 'procedure_handoff'];

/**
 * What Fin answered, as the loop reads it; null where it answered nothing. Failed: a teammate answered after it, its
 * resolution state says so, or it was rated badly. Its sources are addresses, of which some name an article.
 */
export function botAnswerOf(
  participated: boolean | null | undefined,
  agent: AiAgent | null | undefined,
  parts: Part[],
): BotAnswer | null {
  const answers = parts.filter((part) => part.body && (part.author?.from_ai_agent || part.author?.is_ai_answer));
  const last = answers.at(-1);
  if (!participated || !last) return null;
  const sources = (agent?.content_sources?.content_sources ?? []).slice(0, MAX_SOURCES);
  return {
    at: last.created_at,
    turnIds: answers.map((part) => part.id),
    sourceUrls: sources.flatMap(({ url }) => (url && url.length <= MAX_URL_CHARS ? [url] : [])),
    hasFailed:
      wasHandedOver(parts) || FAILED.includes(agent?.resolution_state ?? '') || ratingOf(agent?.rating) === 'bad',
  };
}

/**
 * What Fin did, as tags: `fin:participated`; `fin:state:<resolution state>` (`assumed_resolution`, `confirmed_resolution`,
 * `escalated`, `negative_feedback`, `procedure_handoff`); `fin:answer:<last answer's type>`; `fin:rating:good|bad`, which is
 * Fin's and not the teammate's; `fin:handed_over` where a teammate answered after Fin; and `fin:source:<type>:<url>` for
 * each thing its answer rested on (ten at most). The URL is Intercom's internal one: there is no article id beside it.
 */
export function finTags(participated: boolean | null | undefined, agent: AiAgent | null | undefined, parts: Part[]) {
  if (!participated) return [];
  const tags = ['participated'];
  if (agent?.resolution_state) tags.push(`state:${agent.resolution_state}`);
  if (agent?.last_answer_type) tags.push(`answer:${agent.last_answer_type}`);
  const rating = ratingOf(agent?.rating);
  if (rating) tags.push(`rating:${rating}`);
  if (wasHandedOver(parts)) tags.push('handed_over');
  for (const { content_type, url } of (agent?.content_sources?.content_sources ?? []).slice(0, MAX_SOURCES))
    if (content_type && url && url.length <= MAX_URL_CHARS) tags.push(`source:${content_type}:${url}`);
  return tags.map((tag) => FIN_PREFIX + tag);
}
