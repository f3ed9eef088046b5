import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../shared/conversation.ts';
import { draft } from '../../../worker/core/drafts/draft.ts';
import {
  createLearned,
  fromRows,
  learn,
  type Solved,
  setArticle,
  toRows,
  withdraw,
} from '../../../worker/core/learning/learned.ts';

const page = (id: string, title: string, bodyHtml: string) => ({ id, title, section: 'Help', labels: [], bodyHtml });

/** A made-up plant nursery. What its agents say is worded otherwise than its pages. */
const PAGES = [
  page(
    'collect',
    'Collect a plant at the nursery',
    '<p>You order on our site and fetch the plant yourself.</p><h2>Pick-up</h2><p>We keep your plant for 5 days at the counter.</p><p>Bring the order number. Reserved plants wait at the counter for 5 days only.</p>',
  ),
  page(
    'care',
    'Water and feed a cactus',
    '<p>A cactus rests in winter.</p><ul><li>Water it every 3 weeks.</li><li>Feed it with 10 drops of fertiliser in spring.</li></ul>',
  ),
  page('gift', 'Send a gift card', '<p>A gift card is valid for 2 years and ships every Tuesday.</p>'),
  page('refund', 'Return a broken pot', '<p>Send us a photo of the broken pot, and you get your money back.</p>'),
];

const ASKED =
  'Hello, I ordered a plant on your site. How long do you keep the plant at the counter until I collect it?';
const WAYS = [
  'We hold it at the counter for 8 days.',
  'its kept 8 days for pick up, bring the order number',
  'Your plant waits for eight days at the nursery.',
  'Please fetch it in 8 days, after that the reserved plant goes back.',
];

function told(n: number, turns: string[], agent = `agent${n % 3}`, customer = ASKED): Conversation {
  const at = n * 1000;
  return {
    id: `c${n}`,
    requesterId: `r${n}`,
    organizationId: `o${n}`,
    updatedAt: at,
    turns: [
      { id: 'q', author: 'customer', personId: `r${n}`, at: at - 9, text: customer },
      ...turns.map((text, i) => ({ id: `a${i}`, author: 'agent', personId: agent, at: at - 8 + i, text })),
    ],
  } as unknown as Conversation;
}

const solved = (c: Conversation): Solved => ({
  conversationId: c.id,
  at: c.updatedAt,
  requesterId: c.requesterId,
  organizationId: c.organizationId,
  question: c.turns[0]!.text,
  customerTurns: c.turns.filter((t) => t.author === 'customer'),
  agentTurns: c.turns.filter((t) => t.author === 'agent'),
});

function learnt(conversations: Conversation[]) {
  const learned = createLearned();
  for (const one of PAGES) setArticle(learned, one);
  const findings = conversations
    .flatMap((c) => learn(learned, solved(c)).findings)
    .filter((f) => f.articleId === 'collect');
  return { learned, findings };
}

const ways = (n: number, of = (i: number) => [WAYS[i % WAYS.length]!]) =>
  Array.from({ length: n }, (_, i) => told(i, of(i)));

describe('a value that agents give in words of their own', () => {
  it('is outdated, and put right on every line that states the claim', () => {
    const conversations = ways(5);
    const { learned, findings } = learnt(conversations);
    expect(findings.map((f) => f.cause)).toContain('outdated');
    const { corrections: _, value: __, ...stored } = findings.at(-1)!;
    const fix = draft(learned, stored, conversations, PAGES[0]!);
    expect(fix?.bodyHtml).toBe(PAGES[0]!.bodyHtml.replaceAll('5 days', '8 days'));
    expect(WAYS.join()).toContain(fix?.evidence[0]?.quote.replace(/\.$/, ''));
  });

  it('stays known when what was learned is stored and read again', () => {
    const { learned } = learnt(ways(2));
    const again = fromRows(toRows(learned));
    expect(learn(again, solved(told(2, [WAYS[2]!]))).findings.map((f) => f.cause)).toContain('outdated');
  });

  it('is forgotten with the conversations that gave it', () => {
    const { learned } = learnt(ways(2));
    withdraw(learned, 'c0');
    expect(learn(learned, solved(told(2, [WAYS[2]!]))).findings).toEqual([]);
  });
});

describe('a value of an article stands', () => {
  it.each([
    ['where agents give it in other words', ways(8, (i) => [WAYS[i % 4]!.replace(/8|eight/, '5')])],
    ['where one agent alone gives another', ways(8).map((c, i) => told(i, [c.turns[1]!.text], 'agent1'))],
    [
      'where who gave another corrects it',
      ways(8, (i) => [WAYS[i % 4]!, 'Sorry, that was wrong. We hold it at the counter for 5 days.']),
    ],
    [
      'where the customer brought the other value',
      ways(8).map((c, i) => told(i, [c.turns[1]!.text], undefined, `${ASKED} I can come in 8 days.`)),
    ],
    ['where the other value varies', ways(8, (i) => [WAYS[0]!.replace('8', String(i + 6))])],
    [
      'where the other value is of something else',
      ways(8, () => ['The cactus on the counter needs water in 8 days.', 'Bring the order number.']),
    ],
  ] as [string, Conversation[]][])('%s', (_, conversations) => {
    expect(learnt(conversations).findings.filter((f) => f.cause !== 'incomplete')).toEqual([]);
  });
});
