/** What is done in a conversation without a person: an answer to the customer, or sending it to the team that solves such. */
export const ACT_KINDS = ['answer', 'route'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/**
 * How far a category lets itself be answered. `dark`: what would have been said is kept and compared with what people did.
 * `note`: the agent reads it as a private note. `public`: the customer reads it, where that was earned; until then as `dark`.
 */
export const ANSWER_MODES = ['off', 'dark', 'note', 'public'] as const;
export type AnswerMode = (typeof ANSWER_MODES)[number];

/** The same for routing. `assign`: the conversation is given to the team, where that was earned; until then as `dark`. */
export const ROUTE_MODES = ['off', 'dark', 'assign'] as const;
export type RouteMode = (typeof ROUTE_MODES)[number];

/**
 * Where an act stands. `dark`: nothing was written. `writing`: the intent is stored, the helpdesk's word is out. `done`: it stands
 * at the helpdesk. `dropped`: a person was first, or the helpdesk refused it. `handed_over`: done, and a person has it now.
 */
export const ACT_STATES = ['dark', 'writing', 'done', 'dropped', 'handed_over'] as const;
export type ActState = (typeof ACT_STATES)[number];

/** Why an act counts as good or bad, or as neither. */
export const VERDICT_REASONS = [
  'same_as_agent',
  'other_than_agent',
  'thanked',
  'rated_good',
  'came_back',
  'reopened',
  'asked_for_person',
  'rated_badly',
  'needed_person',
  'judged',
  'not_judged',
  'silent',
  'gone',
] as const;
export type VerdictReason = (typeof VERDICT_REASONS)[number];

/** `open`: too early to tell, or a person is asked. `none`: nothing can be told, and it counts for nothing. */
export const VERDICTS = ['open', 'good', 'bad', 'none'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * One act. There is at most one of a kind in a conversation: a customer never gets two answers. `said` is what the customer
 * would read or reads, which holds nothing but public articles' text and Mend's own; `team` is where it is routed. `asRead` is the
 * helpdesk's time of the conversation as it was read (ms): only that is answered. `isSampled` was drawn with the act, before
 * anything was known of how it ends. Times are event time in ms.
 */
export interface AutomaticAct {
  kind: ActKind;
  conversationId: string;
  requesterId: string;
  category: string;
  articleId: string | null;
  locale: string;
  said: string;
  team: string | null;
  isPublic: boolean;
  state: ActState;
  asRead: number;
  at: number;
  isSampled: boolean;
  verdict: Verdict;
  why: VerdictReason | null;
  judgedAt: number | null;
}
