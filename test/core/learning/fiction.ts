import type { Conversation } from '../../../shared/conversation.ts';
import type { ArticleText, Solved } from '../../../worker/core/learning/learned.ts';

/** A made-up garden shop: conversations of four kinds, of which articles cover some. */
export const ARTICLES: Record<'returns' | 'address' | 'watering', ArticleText> = {
  returns: {
    id: '11',
    title: 'Return a plant',
    section: 'Orders',
    labels: [],
    bodyHtml:
      '<p>How returns work.</p>\n<h2>We ask you</h2><ol>\n<li>Which plant would you like to return?</li>\n<li>Could you send us a photo of the roots?</li>\n<li>When did the parcel reach your doorstep?</li>\n</ol>\n<h2>We answer</h2><ul>\n<li>A courier will collect the plant tomorrow.</li>\n<li>Your money comes back within &lt;days&gt; days.</li>\n</ul>',
  },
  address: {
    id: '12',
    title: 'Change the delivery address',
    section: 'Orders',
    labels: [],
    bodyHtml:
      '<h2>We ask you</h2><ol>\n<li>What is the new street and town?</li>\n<li>Has the van already left the depot?</li>\n</ol>\n<h2>We answer</h2><ul>\n<li>The driver now has the new address.</li>\n</ul>',
  },
  watering: {
    id: '13',
    title: 'Water an indoor fern',
    section: 'Care',
    labels: [],
    bodyHtml:
      '<p>Ferns like moist soil.</p><ul><li>Please stick a finger into the soil.</li><li>Is the window facing south?</li><li>Mist the leaves every morning.</li></ul>',
  },
};

type Kind = 'returns' | 'address' | 'watering' | 'voucher';

const QUESTIONS: Record<Kind, string[]> = {
  returns: [
    'I want to return a dead rose',
    'my tulip arrived broken, can I return it',
    'return of a withered plant please',
  ],
  address: [
    'please send my parcel to another address',
    'I moved, new delivery address',
    'wrong address on my delivery',
  ],
  watering: ['how much water does my fern need', 'my fern has brown leaves, water?', 'watering an indoor fern'],
  voucher: ['my gift voucher is not accepted', 'the voucher code fails at checkout', 'how do I redeem a gift voucher'],
};

const ANSWERS: Record<Kind, string[]> = {
  returns: [
    'Which plant would you like to return?',
    'Could you send us a photo of the roots?',
    'When did the parcel reach your doorstep?',
    'A courier will collect the plant tomorrow.',
    'Your money comes back within 5 days.',
  ],
  address: [
    'What is the new street and town?',
    'Has the van already left the depot?',
    'The driver now has the new address.',
  ],
  watering: ['Please stick a finger into the soil.', 'Is the window facing south?', 'Mist the leaves every morning.'],
  voucher: [
    'Could you read me the letters under the scratch field?',
    'A voucher only pays in the currency on its back.',
    'I have unlocked the voucher for your basket.',
    'Reload the checkout and enter it once more.',
  ],
};

/** One conversation of a kind; `n` makes it distinct, `agent` replaces what agents say. */
export function conversation(kind: Kind, n: number, agent: string[] = ANSWERS[kind]): Conversation {
  const id = `${kind}-${n}`;
  const at = Date.UTC(2026, 0, 5) + n * 8 * 3_600_000;
  const turns: Conversation['turns'] = [
    { id: `${id}-q`, author: 'customer', personId: `p-${id}`, text: QUESTIONS[kind][n % 3]!, at },
  ];
  agent.forEach((text, i) => {
    turns.push({ id: `${id}-a${i}`, author: 'agent', personId: `agent-${n % 3}`, text, at: at + (i + 1) * 5_000 });
    turns.push({
      id: `${id}-c${i}`,
      author: 'customer',
      personId: `p-${id}`,
      text: 'ok',
      at: at + (i + 1) * 5_000 + 1,
    });
  });
  return {
    id,
    subject: QUESTIONS[kind][n % 3]!,
    channel: 'chat',
    state: 'solved',
    requesterId: `p-${id}`,
    organizationId: null,
    language: 'en',
    brand: null,
    createdAt: at,
    updatedAt: turns.at(-1)!.at,
    segment: {},
    turns,
  };
}

/** What the core is told of a solved conversation. */
export function solved(c: Conversation, who: Partial<Solved> = {}): Solved {
  const customerTurns = c.turns.filter((t) => t.author === 'customer');
  return {
    conversationId: c.id,
    at: c.updatedAt,
    requesterId: c.requesterId,
    organizationId: c.organizationId,
    question: customerTurns
      .slice(0, 3)
      .map((t) => t.text)
      .join('\n'),
    customerTurns,
    agentTurns: c.turns.filter((t) => t.author === 'agent'),
    ...who,
  };
}

/** A mix of kinds in turn, `each` of every kind. */
export function mixture(kinds: Kind[], each: number): Conversation[] {
  return Array.from({ length: each }, (_, n) => kinds.map((kind) => conversation(kind, n))).flat();
}
