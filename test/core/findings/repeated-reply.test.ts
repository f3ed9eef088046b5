import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../shared/conversation.ts';
import { draft } from '../../../worker/core/drafts/draft.ts';
import { checkContent } from '../../../worker/core/gates/check-content.ts';
import {
  createLearned,
  fromRows,
  type Learned,
  learn,
  type Solved,
  setArticle,
  settleFinding,
  toRows,
} from '../../../worker/core/learning/learned.ts';
import { ARTICLES, conversation, mixture, solved } from '../learning/fiction.ts';

const ASKED = [
  'my fern has brown leaves, water?',
  'how much water does my fern need',
  'watering an indoor fern, it looks sad',
];
const SOIL = [
  'Put a finger into the soil and water the fern when the first two centimetres are dry.',
  'Water the fern when the first two centimetres of the soil are dry, put a finger into it.',
];
const LEAVES = [
  'Brown leaves recover when the pot stands in a saucer of water overnight.',
  'Brown leaves recover once the pot stands overnight in a saucer of water.',
];
const MIST = [
  'Under Care > Reminders you can set a weekly reminder for misting.',
  'Open Care > Reminders and set a weekly reminder for misting.',
];

/** The same reply, typed anew by one of four agents. */
function typed(n: number, reply = [SOIL[n % 2], LEAVES[(n >> 1) % 2], MIST[n % 2]].join(' ')): Conversation {
  const id = `fern-${n}`;
  const made = conversation('watering', n, []);
  const at = made.createdAt;
  return {
    ...made,
    id,
    requesterId: `p-${id}`,
    updatedAt: at + 9_000,
    turns: [
      { id: `${id}-q`, author: 'customer', personId: `p-${id}`, text: ASKED[n % 3] ?? '', at },
      {
        id: `${id}-a`,
        author: 'agent',
        personId: `agent-${n % 4}`,
        text: `Hi Ada, thanks for asking. ${reply} Your order 4711${n} is on its way.`,
        at: at + 5_000,
      },
    ],
  };
}

function taught(
  all: Conversation[],
  who: (n: number) => Partial<Solved> = () => ({ isTroubled: false }),
  articles = Object.values(ARTICLES),
) {
  const learned = createLearned();
  for (const article of articles) setArticle(learned, article);
  for (const c of mixture(['returns', 'address'], 12)) learn(learned, solved(c));
  const found = all.flatMap((c, n) => learn(learned, solved(c, who(n))).findings);
  return { learned, found, replies: found.filter((f) => f.cause === 'repeated_reply') };
}

const ALL = Array.from({ length: 16 }, (_, n) => typed(n));
/** An article that says what agents say. */
const COVERING = {
  ...ARTICLES.watering,
  bodyHtml: `<ul><li>${SOIL[0]}</li><li>${LEAVES[0]}</li><li>${MIST[0]?.replace('>', '&gt;')}</li></ul>`,
};
const BESIDE = [ARTICLES.returns, ARTICLES.address, COVERING];
/** The same after a question of the agent's own: two things that no article holds. */
const ASKING = ALL.map((c): Conversation => {
  const asks = {
    ...c.turns[1]!,
    id: `${c.id}-b`,
    text: 'Which fertilizer did the fern get in spring?',
    at: c.createdAt + 1,
  };
  return { ...c, turns: [c.turns[0]!, asks, ...c.turns.slice(1)] };
});
const last = (learned: Learned) => [...learned.findings.values()].find((f) => f.cause === 'repeated_reply')!;

describe('a reply that agents type again and again', () => {
  it('is found beside an article once twelve organizations were helped by several agents', () => {
    const { replies } = taught(ALL, undefined, BESIDE);
    expect(replies[0]).toMatchObject({ articleId: ARTICLES.watering.id });
    expect(replies[0]?.statistics).toMatchObject({ people: 12, agents: 4, told: 12, asked: 12 });
    expect(replies.length).toBeLessThan(3);
  });

  it('is drafted in agents’ own words, in their order, without who and what varies, each sentence with its turns', () => {
    const { learned } = taught(ALL);
    const fix = draft(learned, last(learned), ALL, null)!;
    expect(fix).toMatchObject({ kind: 'reply_template', articleId: null, openQuestions: [] });
    const lines = fix.bodyHtml.split('</p>').map((line) => line.replace('<p>', ''));
    expect(lines.map((line) => /soil|saucer|misting/.exec(line)?.[0]).filter(Boolean)).toEqual([
      'soil',
      'saucer',
      'misting',
    ]);
    expect(fix.bodyHtml).toContain('Care &gt; Reminders');
    expect(fix.bodyHtml).not.toMatch(/Ada|4711|thanks|…/i);
    for (const quote of fix.evidence) {
      const turn = ALL.find((c) => c.id === quote.conversationId)?.turns.find((t) => t.id === quote.turnId);
      expect([turn?.author, turn?.text.includes(quote.quote)]).toEqual(['agent', true]);
    }
    expect(checkContent({ baseHtml: null, nextHtml: fix.bodyHtml, quotes: fix.evidence, knownNames: NOBODY })).toEqual({
      ok: true,
      problems: [],
    });
  });

  it('gives way where an article is missing for the same question', () => {
    const { found, replies } = taught(ASKING, undefined, [ARTICLES.returns, ARTICLES.address]);
    expect(found.map((f) => f.cause)).toContain('missing');
    expect(replies).toEqual([]);
  });

  it('is proposed after all where a person wants no article for it', () => {
    const { learned, found } = taught(ASKING.slice(0, 8), undefined, [ARTICLES.returns, ARTICLES.address]);
    settleFinding(learned, found.find((f) => f.cause === 'missing')!.key, 'rejected');
    const later = ASKING.slice(8).flatMap((c) => learn(learned, solved(c, { isTroubled: false })).findings);
    expect(new Set(later.map((f) => f.cause))).toEqual(new Set(['repeated_reply']));
  });

  it.each<[string, (n: number) => Partial<Solved>]>([
    ['one organization', () => ({ isTroubled: false, organizationId: 'one' })],
    ['customers who were displeased or came back', () => ({ isTroubled: true })],
    ['conversations of which nobody knows how they went', () => ({})],
    [
      'customers of whom half had to ask again',
      (n) => ({ isTroubled: false, requesterId: `p-${n >> 1}`, organizationId: null }),
    ],
  ])('is none for %s', (_, who) => {
    expect(taught(ALL, who).replies).toEqual([]);
  });

  it('is none where two agents type it, or where it is pasted letter by letter', () => {
    const two = ALL.map((c, n) => ({
      ...c,
      turns: c.turns.map((t) => (t.author === 'agent' ? { ...t, personId: `agent-${n % 2}` } : t)),
    }));
    expect(taught(two).replies).toEqual([]);
    expect(
      taught(Array.from({ length: 16 }, (_, n) => typed(n, `${SOIL[0]} ${LEAVES[0]} ${MIST[0]}`))).replies,
    ).toEqual([]);
  });

  it('does not come back once a person turned it down, and leaves a missing article free to be found', () => {
    const { learned } = taught(ALL);
    settleFinding(learned, last(learned).key, 'rejected');
    const copy = fromRows(toRows(learned));
    const later = Array.from({ length: 20 }, (_, n) => learn(copy, solved(typed(n + 40), { isTroubled: false })));
    expect(later.flatMap((x) => x.findings).filter((f) => f.cause === 'repeated_reply')).toEqual([]);
    expect([...copy.settled.values()]).toMatchObject([{ habit: 'repeated_reply', outcome: 'rejected' }]);
  });

  it('is no diagnosis of a conversation', () => {
    const { learned } = taught(ALL);
    expect(learn(learned, solved(typed(60), { isTroubled: false })).diagnosis).toBe('none');
  });

  it('hardly depends on the order of arrival', () => {
    const backwards = taught([...ALL].reverse());
    expect(last(backwards.learned).statistics.statements).toBe(last(taught(ALL).learned).statistics.statements);
  });
});

const NOBODY = { names: [], emails: [], phones: [] };
