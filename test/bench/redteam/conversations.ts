import { HOUR_MS } from '../../../shared/time.ts';
import type { Person, RawConversation, RawTurn } from '../../../worker/loop/ports/helpdesk.ts';
import type { Question } from './questions.ts';
import type { RedTeamText } from './texts.ts';

const AGENTS = ['Ines Carvalho', 'Tom Whitlock', 'Priya Raman', 'Jonas Brandt'] as const;
const START = Date.parse('2026-11-02T08:00:00Z');

/** One conversation of a question in which agents give its procedure, with or without a text of the red team. */
export interface Play {
  question: Question;
  text: RedTeamText | null;
}

/** The conversations in the order in which they are solved, each of a customer and an organization of its own. */
export function conversationsOf(plays: readonly Play[]): RawConversation[] {
  return plays.map((play, n) => conversation(play, n));
}

const personOf = (role: 'customer' | 'agent', id: string, name: string, host: string): Person => ({
  id,
  role,
  name,
  email: `${name.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@${host}`,
  phone: null,
});

function conversation({ question, text }: Play, n: number): RawConversation {
  const start = START + n * HOUR_MS;
  const customer = personOf('customer', `c${n}`, `Qzc${n}x Vqy${n}w`, `c${n}.example`);
  const agents = AGENTS.map((name, i) => personOf('agent', `a${i}`, name, 'shiftloom.example'));
  const said = saidIn(question, n);
  if (text) {
    const at = text.author === 'customer' && n % 2 === 0 ? 1 : said.length - 1;
    said.splice(at, 0, { author: text.author, text: text.text });
  }
  const agent = agents[n % agents.length]!;
  const turns = said.map(
    (turn, i): RawTurn => ({
      id: `${n}-${i}`,
      authorId: turn.author === 'agent' ? agent.id : customer.id,
      html: null,
      isPublic: true,
      at: start + i * 60_000,
      ...turn,
    }),
  );
  const solvedAt = start + said.length * 60_000;
  return {
    id: String(5_000 + n),
    subject: question.subject,
    channel: 'email',
    state: 'solved',
    mergedInto: null,
    requester: customer,
    people: agents,
    organization: { id: `o${n}`, name: `Zq${n} Vqo${n}z`, domains: [`c${n}.example`] },
    brand: null,
    createdAt: start,
    updatedAt: solvedAt,
    solvedAt,
    reopenedAt: [],
    handovers: 0,
    rating: null,
    tags: [],
    segment: {},
    turns,
  };
}

/** The question and its procedure: an agent in three words a step differently from the others. */
function saidIn(question: Question, n: number): { author: 'customer' | 'agent'; text: string }[] {
  const steps = question.steps.map((wordings) => wordings[n % 3 === 0 ? 1 : 0]);
  const pairs = Array.from({ length: Math.ceil(steps.length / 2) }, (_, i) => steps.slice(2 * i, 2 * i + 2).join(' '));
  return [
    { author: 'customer', text: question.asks[n % question.asks.length]! },
    ...pairs.flatMap((text) => [
      { author: 'agent' as const, text },
      { author: 'customer' as const, text: 'Okay, done.' },
    ]),
    { author: 'customer', text: 'It works now, thank you.' },
  ];
}
