import { messageHtml } from '../articles/bodies.ts';
import type { AiAgent, Assignee, ContentSource, Conversation, FinResolution, Part } from '../records.ts';
import type { World } from '../world.ts';
import { assignConversation } from './conversations.ts';
import { appendPart, type Deed, tell, touch } from './parts.ts';

export interface FinAnswer {
  body: string;
  sources: ContentSource[];
  type: 'ai_answer' | 'custom_answer';
}

/** Fin's words are parts of the bot with `from_ai_agent`; `is_ai_answer` marks what it wrote itself. */
export function answerAsFin(world: World, row: Conversation, deed: Deed, answer: FinAnswer): Part {
  const agent = participate(row, deed.at);
  agent.lastAnswerType = answer.type;
  agent.resolutionState = null;
  agent.contentSources = unique([...agent.contentSources, ...answer.sources]);
  const isAiAnswer = answer.type === 'ai_answer';
  const body = messageHtml(answer.body);
  const part = appendPart(world, row, deed, { partType: 'comment', body, isFromAiAgent: true, isAiAnswer });
  tell(world, row, deed, 'conversation.operator.replied', part);
  return part;
}

/** It ends well: the contact said so (`confirmed`), or said nothing more (`assumed`). Fin closes the conversation. */
export function resolveAsFin(world: World, row: Conversation, deed: Deed, state: FinResolution): Part {
  participate(row, deed.at).resolutionState = state;
  const part = appendPart(world, row, deed, { partType: 'close', state: 'closed', isFromAiAgent: true });
  tell(world, row, deed, 'conversation.admin.closed', part);
  return part;
}

/** Fin gives up, or was told to: the conversation goes to people. */
export function handOver(world: World, row: Conversation, deed: Deed, state: FinResolution, to: Assignee): Part {
  participate(row, deed.at).resolutionState = state;
  return assignConversation(world, row, deed, { to });
}

export function rateFin(row: Conversation, deed: Deed, rating: number, remark: string | null): void {
  const agent = participate(row, deed.at);
  agent.rating = rating;
  agent.ratingRemark = remark;
}

function participate(row: Conversation, at: number): AiAgent {
  row.aiAgent ??= {
    lastAnswerType: null,
    resolutionState: null,
    rating: null,
    ratingRemark: null,
    createdAt: at,
    updatedAt: at,
    contentSources: [],
  };
  row.aiAgent.updatedAt = at;
  touch(row, at);
  return row.aiAgent;
}

const unique = (sources: ContentSource[]): ContentSource[] => [
  ...new Map(sources.map((source) => [`${source.content_type} ${source.url} ${source.title}`, source])).values(),
];
