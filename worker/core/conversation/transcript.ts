import type { TurnAuthor } from '../../../shared/conversation.ts';
import type { Person } from './helpdesk-conversation.ts';

/** One thing said in a transcript, by whom as far as that is told. */
export interface Said {
  speaker: string;
  author: TurnAuthor;
  text: string;
}

const TIME = String.raw`(?:\d{4}-\d{2}-\d{2}[T ])?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?`;
const NAME = String.raw`[\p{L}\p{M}][\p{L}\p{M}\d .'’()-]{0,59}?`;
/** "(10:15:01) Name: words", "10:15 AM | Name: words", "[10:15] Name: words". */
const TIME_FIRST = new RegExp(`^\\s{0,3}(?:[([]${TIME}[)\\]]|${TIME}\\s?[|–—-])\\s{0,3}(${NAME})\\s?:\\s(.*)$`, 'u');
/** "Name (10:15): words", "Name, 10:15" with the words below. */
const NAME_FIRST = new RegExp(`^\\s{0,3}(${NAME})(?:,\\s?|\\s[([]|\\s[|–—-]\\s)${TIME}[)\\]]?\\s?(?::\\s?(.*)|)$`, 'u');
const EVENT = /^\s{0,3}(?:[([]?[\d:\sAPMapm.]{4,12}[)\]]?\s{0,3})?(?:\*{2,3}|---).{0,200}(?:\*{2,3}|---)\s{0,3}$/;

/** Things said from which a text is a transcript, by two speakers at least. */
const MIN_ENTRIES = 2;
/** Lines that may stand before the first entry: a heading and the time of the beginning. */
const MAX_HEAD_LINES = 4;
const MAX_ENTRIES = 500;

const CUSTOMER = /^(?:visitor|customer|user|client|guest|contact|besucher|kunde|kundin|visiteur|cliente?|visitante)\b/i;
const PROGRAM = /\b(?:bot|assistant|system|operator)\b/i;

/**
 * What was said in a text that holds a whole talk, in order; null where it is none. A transcript names a time and a
 * speaker for everything said, and one of its speakers is a person of the conversation or says to be its customer.
 * Who can't be told is a bot: nobody's statement.
 */
export function transcriptOf(text: string, requester: Person, people: readonly Person[]): Said[] | null {
  const entries: { speaker: string; lines: string[] }[] = [];
  let head = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '' || EVENT.test(line)) continue;
    const match = line.length <= 2_000 ? (TIME_FIRST.exec(line) ?? NAME_FIRST.exec(line)) : null;
    if (match && entries.length < MAX_ENTRIES)
      entries.push({ speaker: match[1]!.trim(), lines: match[2] ? [match[2]] : [] });
    else if (entries.length > 0) entries.at(-1)!.lines.push(line);
    else if (++head > MAX_HEAD_LINES) return null;
  }
  const said = entries.filter(({ lines }) => lines.length > 0);
  if (said.length < MIN_ENTRIES || new Set(said.map(({ speaker }) => speaker)).size < 2) return null;
  const roles = new Map(said.map(({ speaker }) => [speaker, roleOf(speaker, requester, people)]));
  if (![...roles.values()].some((role) => role === 'customer' || role === 'agent')) return null;
  const isTold = [...roles.values()].includes('customer');
  return said.map(({ speaker, lines }) => ({
    speaker,
    author: isTold ? (roles.get(speaker) ?? 'bot') : 'bot',
    text: lines.join('\n').trim(),
  }));
}

function roleOf(speaker: string, requester: Person, people: readonly Person[]): TurnAuthor | null {
  if (PROGRAM.test(speaker)) return 'bot';
  const isNamed = (person: Person): boolean => {
    const [name, said] = [person.name.trim().toLowerCase(), speaker.toLowerCase()];
    return name !== '' && (said === name || said.startsWith(`${name} `) || said.split(' ')[0] === name.split(' ')[0]);
  };
  if (CUSTOMER.test(speaker) || isNamed(requester)) return 'customer';
  return people.find((person) => person.role !== 'bot' && isNamed(person))?.role ?? null;
}
