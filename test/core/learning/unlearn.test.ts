import { describe, expect, it } from 'vitest';
import { createLearned, learn, setArticle, toRows, withdraw } from '../../../worker/core/learning/learned.ts';
import { conversationsSaidBy, forgetUnsaid } from '../../../worker/core/learning/unlearn.ts';
import { ARTICLES, mixture, solved } from './fiction.ts';

/** Words that one conversation alone holds, in what its customer asks and in what its agent says. */
const OWN = { asked: 'zwackelmann', said: 'brummkreisel' };

function taught() {
  const l = createLearned();
  for (const article of Object.values(ARTICLES)) setArticle(l, article);
  for (const c of mixture(['returns', 'voucher', 'address', 'watering'], 12)) learn(l, solved(c));
  return l;
}

const own = (kind: 'voucher' | 'returns') => {
  const s = solved(mixture([kind], 1)[0]!);
  return {
    ...s,
    conversationId: 'own',
    requesterId: 'p-own',
    organizationId: null,
    question: `${s.question} with a ${OWN.asked}`,
    customerTurns: s.customerTurns.map((t) => ({ ...t, text: `${t.text} My ${OWN.asked} too.` })),
    agentTurns: [
      ...s.agentTurns,
      { id: 'x', text: `The ${OWN.said} has to be wound before a plant is sent.`, at: s.at, personId: 'a-own' },
    ],
  };
};

describe('what was learned, once somebody is forgotten', () => {
  it.each(['voucher', 'returns'] as const)('holds no word of theirs any more, of what was asked about %s', (kind) => {
    const l = taught();
    learn(l, own(kind));
    expect(JSON.stringify(toRows(l))).toContain(OWN.said);
    withdraw(l, 'own');
    forgetUnsaid(l);
    expect(JSON.stringify(toRows(l))).not.toMatch(new RegExp(`${OWN.said}|${OWN.asked}`));
  });

  it('holds all that others said, act by act and word by word', () => {
    const [l, untouched] = [taught(), taught()];
    forgetUnsaid(l);
    const acts = ({ acts }: typeof l) => [...acts.values()].map(({ frame }) => frame.join(' '));
    expect(acts(l)).toEqual(acts(untouched));
    expect([...l.findings]).toEqual([...untouched.findings]);
  });

  it('names the conversations in which an agent said something', () => {
    const l = taught();
    learn(l, own('returns'));
    expect(conversationsSaidBy(l, 'a-own')).toEqual(['own']);
    expect(conversationsSaidBy(l, 'nobody')).toEqual([]);
  });
});
