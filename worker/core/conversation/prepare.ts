import { type Conversation, MAX_TURN_CHARS, type Turn } from '../../../shared/conversation.ts';
import { cutText } from '../html/plain.ts';
import { languageAmong } from '../language/language.ts';
import { languageOfLocale } from '../language/locale.ts';
import { type Known, redact } from '../redact/redact.ts';
import { hashText } from '../text/hash.ts';
import { withoutCourtesy } from './courtesy.ts';
import type { RawConversation } from './helpdesk-conversation.ts';
import { kindOf } from './kind.ts';
import { OPENING_MESSAGES } from './opening.ts';
import { isDomainKey, organizationKeyOf } from './organization.ts';
import { readTurns } from './reading.ts';
import { writtenSubject } from './subject.ts';

/** Characters of a raw message that are read at all: four times what is kept, so that quoted mail in front can go. */
export const MAX_RAW_CHARS = 4 * MAX_TURN_CHARS;

/** Redaction reads this far, and drops this much of what it cut: half of a number at a cut would not be known as one. */
const REDACTED_CHARS = MAX_TURN_CHARS + 4_096;
const EDGE_CHARS = 512;

/** Characters of a subject that are kept. Source: Zendesk shows 150; longer ones are whole messages. */
export const MAX_SUBJECT_CHARS = 500;

/** Keyed hashes of vendor ids; must know every id of `vendorIdsOf(raw)`. */
export interface PersonIds {
  personId(vendorId: string): string;
}

/**
 * What the tenant's own articles say of it: its language, those it has articles in (none: nothing is known of them yet), and
 * what its articles name, which is no person's.
 */
export interface Desk {
  locale: string;
  languages: readonly string[];
  named: readonly string[];
}

/** The vendor ids (and the requester's own domain) for which `prepare` asks a person id, each once: what a caller hashes beforehand. */
export function vendorIdsOf(raw: RawConversation): string[] {
  const authors = raw.turns.filter((turn) => turn.isPublic && turn.author !== 'bot').map((turn) => turn.authorId);
  const organization = organizationKeyOf(raw);
  const domain = organization !== null && isDomainKey(organization) ? [organization] : [];
  return [...new Set([raw.requester.id, ...authors, ...domain])].filter((id) => id !== '');
}

/**
 * The conversation as the core may see and store it: public turns only, as their authors wrote them, without quoted
 * mail, greetings, signatures and personal data, each at most MAX_TURN_CHARS, empty ones dropped, in order of (at, id).
 * The language is one that the desk has articles in, as the customer's question tells it, else the desk's own. What the
 * desk's articles name stays as it is. People are keyed hashes; bots have none. Guarantees that two reads of the same conversation give the same
 * result.
 */
export function prepare(raw: RawConversation, ids: PersonIds, desk: Desk): Conversation {
  const known = { ...knownOf(raw), keep: [...desk.named] };
  const clean = (text: string, max: number): string => {
    const shown = redact(text.slice(0, REDACTED_CHARS), known).text;
    return cutText(text.length > REDACTED_CHARS ? shown.slice(0, -EDGE_CHARS) : shown, max).trim();
  };
  const read = readTurns(raw, MAX_RAW_CHARS);
  const turns = read
    .map(
      (turn): Turn => ({
        id: turn.id,
        author: turn.author,
        personId: turn.author === 'bot' || turn.authorId === '' ? null : ids.personId(turn.authorId),
        text: withoutCourtesy(clean(turn.text, MAX_TURN_CHARS)),
        at: turn.at,
      }),
    )
    .filter((turn) => turn.text !== '');
  const subject = clean(writtenSubject(raw.subject, raw.requester), MAX_SUBJECT_CHARS);
  const wereCustomers = raw.turns.filter((turn) => turn.isPublic && turn.author === 'customer').length;
  return {
    id: raw.id,
    subject,
    channel: raw.channel,
    state: raw.state,
    requesterId: ids.personId(raw.requester.id),
    organizationId: organizationOf(raw, ids),
    language: languageOfQuestion(subject, turns, desk),
    brand: raw.brand,
    createdAt: raw.createdAt,
    updatedAt: raw.updatedAt,
    segment: Object.fromEntries(
      Object.entries(raw.segment).map(([key, value]) => [key, clean(value, MAX_SUBJECT_CHARS)]),
    ),
    kind: kindOf(subject, turns, wereCustomers),
    turns,
  };
}

/** Whom the requester counts for: the helpdesk's own id as it is, a domain as a keyed hash. */
function organizationOf(raw: RawConversation, ids: PersonIds): string | null {
  const key = organizationKeyOf(raw);
  return key !== null && isDomainKey(key) ? ids.personId(key) : key;
}

/** What a cut needs to know; a stored conversation has no `solvedAt`, a raw one has. */
interface Dated {
  state: Conversation['state'];
  updatedAt: number;
  turns: readonly { at: number }[];
  solvedAt?: number | null;
  reopenedAt?: number[];
  handovers?: number;
  rating?: RawConversation['rating'];
  botAnswer?: RawConversation['botAnswer'];
}

/**
 * The conversation as it stood at event time `at` (ms): turns up to it, solved only if it was solved by then, nothing
 * known of what came later. Deleted and merged stay so. Where the time of solving isn't known, that of its last turn
 * stands for it, so cut the raw conversation where there is one. Handovers have no time of their own and count from the solving on; a rating and what became of a bot's answer from the last update on.
 */
export function cutTo<C extends Dated>(conversation: C, at: number): C {
  if (at >= conversation.updatedAt) return conversation;
  const { state, solvedAt } = conversation;
  const solvedBy = solvedAt === undefined ? Math.max(...conversation.turns.map((turn) => turn.at)) : solvedAt;
  const wasSolved = state === 'solved' && solvedBy !== null && solvedBy <= at;
  return {
    ...conversation,
    state: state === 'solved' && !wasSolved ? 'open' : state,
    updatedAt: at,
    turns: conversation.turns.filter((turn) => turn.at <= at),
    ...(solvedAt !== undefined && { solvedAt: wasSolved ? solvedAt : null }),
    ...(conversation.reopenedAt && { reopenedAt: conversation.reopenedAt.filter((time) => time <= at) }),
    ...(conversation.handovers !== undefined && { handovers: wasSolved ? conversation.handovers : 0 }),
    ...(conversation.rating !== undefined && { rating: null }),
    ...(conversation.botAnswer !== undefined && { botAnswer: null }),
  };
}

/** Facts beside the text that change what a conversation teaches. */
export type RevisionFacts = Pick<RawConversation, 'handovers' | 'reopenedAt' | 'rating' | 'tags'>;

/**
 * A stable hash of all that can change what a conversation teaches: who asked, its state, every word said and, where
 * given, the facts beside the text. Equal revisions need no second look. `updatedAt` is left out: it moves with anything.
 */
export function revisionOf(conversation: Conversation, facts: RevisionFacts | null = null): string {
  const { id, subject, state, requesterId, organizationId, language, brand, turns } = conversation;
  const said = turns.map((turn) => [turn.id, turn.author, turn.personId, turn.at, turn.text]);
  const beside = facts && [facts.handovers, facts.reopenedAt, facts.rating, [...facts.tags].sort()];
  return hashText(JSON.stringify([id, subject, state, requesterId, organizationId, language, brand, said, beside]));
}

function knownOf(raw: RawConversation): Known {
  const people = [raw.requester, ...raw.people].filter((person) => person.role !== 'bot');
  const present = (values: (string | null | undefined)[]): string[] => [
    ...new Set(values.filter((v): v is string => !!v)),
  ];
  return {
    names: present(people.map((person) => person.name)),
    emails: present(people.map((person) => person.email)),
    phones: present(people.map((person) => person.phone)),
    organizations: present([raw.organization?.name]),
  };
}

/** Agents may answer in another language than they are asked in, so the customer's words tell; where none are, the agents'. */
function languageOfQuestion(subject: string, turns: readonly Turn[], desk: Desk): string {
  const said = (author: Turn['author']) => turns.filter((turn) => turn.author === author).map((turn) => turn.text);
  const asked = said('customer').slice(0, OPENING_MESSAGES);
  const told =
    asked.length > 0 ? [asked.join('\n'), [subject, ...said('customer')].join('\n')] : [said('agent').join('\n')];
  for (const text of told) {
    const code = languageAmong(text, desk.languages);
    if (code !== null) return code;
  }
  return languageOfLocale(desk.locale.replace('_', '-'));
}
