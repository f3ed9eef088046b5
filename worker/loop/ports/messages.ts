import { z } from 'zod';
import { byNumber } from '../../core/text/order.ts';

/** What a conversation's wake-up was for: a hint, never the truth; the conversation is read again. */
export const MOMENTS = ['opened', 'changed', 'solved', 'gone'] as const;
export type Moment = (typeof MOMENTS)[number];

const at = z.number().int();

/** Long work goes on in a message of the same event time: what was to come before later conversations still does. */
const part = z.number().int().positive().optional();

/**
 * Everything the loop can be asked to do, stored in the inbox until it is done. `at` is event time in ms: a tenant's
 * messages are worked in its order. Only ids travel.
 */
const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('observe'), at, conversationId: z.string(), moment: z.enum(MOMENTS) }),
  z.object({ type: z.literal('answer'), at, conversationId: z.string() }),
  z.object({ type: z.literal('judge'), at, part }),
  z.object({ type: z.literal('draft'), at, gapId: z.string() }),
  z.object({ type: z.literal('rehearse'), at, fixId: z.string() }),
  z.object({ type: z.literal('score'), at, fixId: z.string() }),
  z.object({ type: z.literal('decide'), at, fixId: z.string() }),
  z.object({ type: z.literal('publish'), at, fixId: z.string() }),
  z.object({ type: z.literal('verify'), at, publicationId: z.string() }),
  z.object({ type: z.literal('restore'), at, publicationId: z.string() }),
  z.object({ type: z.literal('rebase'), at, publicationId: z.string(), part }),
  z.object({ type: z.literal('settle'), at, gapId: z.string() }),
  z.object({ type: z.literal('apply_outcome'), at, outcomeId: z.string() }),
  z.object({ type: z.literal('erase'), at, personId: z.string() }),
  z.object({ type: z.literal('foresee'), at, noteId: z.string() }),
  z.object({ type: z.literal('poll'), at }),
  z.object({ type: z.literal('track'), at, fixId: z.string() }),
  z.object({ type: z.literal('follow'), at, issueId: z.string().optional() }),
  z.object({ type: z.literal('repair'), at }),
  z.object({ type: z.literal('watch'), at }),
  z.object({ type: z.literal('seal'), at }),
  z.object({ type: z.literal('notify'), at }),
  z.object({ type: z.literal('digest'), at }),
  z.object({ type: z.literal('refresh'), at, part }),
  z.object({ type: z.literal('embed'), at, part }),
  z.object({ type: z.literal('collect'), at }),
  z.object({ type: z.literal('reconcile'), at, part }),
  z.object({ type: z.literal('backfill'), at, part }),
  z.object({ type: z.literal('consolidate'), at }),
  z.object({ type: z.literal('measure'), at, part }),
  z.object({ type: z.literal('ask_effort'), at, conversationId: z.string() }),
  z.object({ type: z.literal('calibrate'), at }),
  z.object({ type: z.literal('forget'), at }),
]);
export type LoopMessage = z.infer<typeof messageSchema>;

/** Types as rows from earlier versions name them, and as they are called now. */
const CALLED_NOW: Readonly<Record<string, LoopMessage['type']>> = { heed: 'apply_outcome' };

/** A message out of the inbox, of this version or one before. */
export const loopMessageSchema = z.preprocess((stored) => {
  if (typeof stored !== 'object' || stored === null || !('type' in stored)) return stored;
  const type = CALLED_NOW[String(stored.type)];
  return type ? { ...stored, type } : stored;
}, messageSchema);

/** The subject's own id, which makes a message's key: one `draft` of one gap at one time is one message. */
function subjectOf(message: LoopMessage): string {
  switch (message.type) {
    case 'observe':
      return `${message.conversationId}/${message.moment}`;
    case 'answer':
      return message.conversationId;
    case 'draft':
    case 'settle':
      return message.gapId;
    case 'rehearse':
    case 'score':
    case 'decide':
    case 'publish':
    case 'track':
      return message.fixId;
    case 'follow':
      return message.issueId ?? 'tenant';
    case 'verify':
    case 'restore':
      return message.publicationId;
    case 'rebase':
      return message.part === undefined ? message.publicationId : `${message.publicationId}/${message.part}`;
    case 'refresh':
    case 'embed':
    case 'reconcile':
    case 'backfill':
    case 'measure':
    case 'judge':
      return message.part === undefined ? 'tenant' : `tenant/${message.part}`;
    case 'apply_outcome':
      return message.outcomeId;
    case 'foresee':
      return message.noteId;
    case 'ask_effort':
      return message.conversationId;
    case 'erase':
      return message.personId;
    default:
      return 'tenant';
  }
}

/** The message that goes on where this one stopped. */
export function nextPart<M extends Extract<LoopMessage, { part?: number | undefined }>>(message: M): M {
  return { ...message, part: (message.part ?? 0) + 1 };
}

/** The key under which a message is stored once: the same message returned twice is the same row. */
export function messageKey(message: LoopMessage): string {
  return `${message.type}:${subjectOf(message)}:${message.at}`;
}

const MOMENT_RANK: Record<Moment, number> = { opened: 1, changed: 2, solved: 3, gone: 4 };

/** The order of messages of equal event time: what a conversation set off runs before the next conversation. */
export function messageRank(message: LoopMessage): number {
  return message.type === 'observe' ? MOMENT_RANK[message.moment] : 0;
}

/**
 * The order in which rows are worked: event time, rank, then the conversation's number and only then the key, since a webhook's key
 * is the vendor's event id and says nothing of time. What happened in one moment gives the same however it was delivered.
 */
export function compareRows(
  a: { key: string; message: LoopMessage },
  b: { key: string; message: LoopMessage },
): number {
  const conversationOf = (m: LoopMessage) => (m.type === 'observe' ? m.conversationId : '');
  const byText = (x: string, y: string) => (x < y ? -1 : Number(x > y));
  return (
    a.message.at - b.message.at ||
    messageRank(a.message) - messageRank(b.message) ||
    byNumber(conversationOf(a.message), conversationOf(b.message)) ||
    byText(a.key, b.key)
  );
}
