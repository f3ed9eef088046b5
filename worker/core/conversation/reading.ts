import type { TurnAuthor } from '../../../shared/conversation.ts';
import { evenSpaces, letterText } from '../html/plain.ts';
import { passedOn } from '../mail/forwarded.ts';
import { htmlLines } from '../mail/html-lines.ts';
import { type MailLine, textLines } from '../mail/lines.ts';
import { ownWordsOf } from '../mail/own-words.ts';
import { Said } from '../mail/repeated.ts';
import { deliveryOf } from './channel.ts';
import type { RawConversation, RawTurn } from './helpdesk-conversation.ts';
import { isAutomatic } from './machines.ts';
import { transcriptOf } from './transcript.ts';

/** One thing said, as its author wrote it: no quote, no signature below dashes, not yet redacted. */
export interface ReadTurn {
  id: string;
  author: TurnAuthor;
  authorId: string;
  text: string;
  at: number;
}

/**
 * What was said publicly, in order of (at, id). Mails lose what their program added and what was said before; a talk kept
 * in one message becomes its turns; what a machine wrote in somebody's name is a bot's. `maxChars` bounds what is read of a
 * message.
 */
export function readTurns(raw: RawConversation, maxChars: number): ReadTurn[] {
  const saidByOthers: Record<TurnAuthor, Said> = { customer: new Said(), agent: new Said(), bot: new Said() };
  const emailOf = new Map(raw.people.map((person) => [person.id, person.email]));
  const turns = raw.turns.filter((turn) => turn.isPublic).sort(byTime);
  return turns.flatMap((turn, index) => {
    const text = wordsOf(turn, raw, index === 0, saidByOthers[turn.author], maxChars);
    for (const author of ['customer', 'agent', 'bot'] as const)
      if (author !== turn.author) saidByOthers[author].add(text);
    const base = { id: turn.id, author: turn.author, authorId: turn.authorId, text, at: turn.at };
    const transcript = transcriptOf(text, raw.requester, raw.people);
    if (transcript)
      return transcript.map(({ author, text: said }, at) => {
        const authorId = author === 'customer' ? raw.requester.id : author === turn.author ? turn.authorId : '';
        return { ...base, id: `${turn.id}/${at}`, author, authorId, text: said };
      });
    const email = emailOf.get(turn.authorId) ?? (turn.authorId === raw.requester.id ? raw.requester.email : null);
    const isMachine = turn.author === 'customer' && isAutomatic(text, index === 0 ? raw.subject : '', email);
    return [isMachine ? { ...base, author: 'bot' as const } : base];
  });
}

/** A form or a chat is never cut to nothing, and its first message not at all. */
function wordsOf(turn: RawTurn, raw: RawConversation, isFirst: boolean, said: Said, maxChars: number): string {
  const html = turn.html === null ? null : turn.html.slice(0, maxChars);
  const plain = html === null ? evenSpaces(turn.text.slice(0, maxChars)) : letterText(html);
  const delivery = deliveryOf(turn.channel ?? raw.channel);
  if (delivery === 'typed') return plain;
  const lines: MailLine[] = html === null ? textLines(plain) : htmlLines(html);
  const isMail = delivery === 'mail' || !isFirst;
  const own = isMail ? ownWordsOf(lines, said) : plain;
  const passed = isFirst && isMail && turn.author === 'customer' ? passedOn(lines, own, raw.subject) : null;
  if (passed !== null) return `${own}\n${passed}`.trim();
  return own === '' && delivery === 'form' ? plain : own;
}

/** Vendors number turns upwards, so of two in one millisecond the smaller number came first. */
function byTime(a: RawTurn, b: RawTurn): number {
  return a.at - b.at || a.id.length - b.id.length || (a.id < b.id ? -1 : Number(a.id > b.id));
}
