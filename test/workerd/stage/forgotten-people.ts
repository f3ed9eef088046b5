import type { RawConversation, RawTurn } from '../../../worker/loop/ports/helpdesk.ts';

/** A customer, in their own ticket and in a stranger's; and one of the team, who answered, decided and looked at things. */
export const ZELDA = { id: '900100200300', name: 'Zelda Quorvax', email: 'zelda@quorvax-family.example' };
export const QUENTIN = { id: '900100200399', name: 'Quentin Zorbstaff' };
export const QUENTIN_SIGNED = `${QUENTIN.name} (${QUENTIN.id})`;

/** Words that nobody else says, one a place; a name or an id of either person is one as well. */
export const MARKERS = {
  subject: 'zorbsubject',
  question: 'zorbquestion',
  answered: 'zorbanswer',
  segment: 'zorbsegment',
  elsewhere: 'zorbneighbour',
  advised: 'zorbadvice',
  flagged: 'zorbflag',
  asked: 'zorbasked',
  remarked: 'zorbremark',
  model: 'zorbmodel',
};
export const THEIRS = new RegExp(`zorb|quorvax|zelda|quentin|${ZELDA.id}|${QUENTIN.id}`, 'i');

const turn = (id: string, author: RawTurn['author'], authorId: string, text: string, at: number): RawTurn => ({
  ...{ id, author, authorId, text, at, html: null, isPublic: true },
});

/** The same conversation, asked by Zelda. */
export function zeldas(c: RawConversation): RawConversation {
  const requester = { ...c.requester, ...ZELDA };
  const turns = c.turns.map((one) =>
    one.author === 'customer' ? { ...one, authorId: ZELDA.id, text: `My ${MARKERS.question} waits. ${one.text}` } : one,
  );
  const at = (turns.at(-1)?.at ?? 0) - 1;
  return {
    ...c,
    ...{
      requester,
      organization: null,
      subject: `${c.subject} ${MARKERS.subject}`,
      segment: { plan: MARKERS.segment },
    },
    turns: [...turns, turn('z1', 'agent', 'agent 9', `The ${MARKERS.answered} has to be open before the feed is.`, at)],
  };
}

/** The same conversation, in which Zelda wrote too. */
export function joined(c: RawConversation): RawConversation {
  const at = (c.turns[0]?.at ?? 0) + 1;
  const said = turn('z2', 'customer', ZELDA.id, `I have the same trouble with my ${MARKERS.elsewhere} calendar.`, at);
  return { ...c, turns: [c.turns[0]!, said, ...c.turns.slice(1)] };
}

/** The same conversation, answered by Quentin, with a sentence of his own. */
export function answered(c: RawConversation): RawConversation {
  const turns = c.turns.map((one) => (one.author === 'agent' ? { ...one, authorId: QUENTIN.id } : one));
  const at = (turns.at(-1)?.at ?? 0) - 1;
  const own = turn(`q${c.id}`, 'agent', QUENTIN.id, `Turn the ${MARKERS.advised} wheel before you press anything.`, at);
  return { ...c, turns: [...turns, own] };
}
