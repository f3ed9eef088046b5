import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../shared/conversation.ts';
import { draft } from '../../../worker/core/drafts/draft.ts';
import { explain } from '../../../worker/core/learning/explain.ts';
import {
  createLearned,
  fromRows,
  learn,
  setArticle,
  settleFinding,
  toRows,
} from '../../../worker/core/learning/learned.ts';
import { ARTICLES, conversation, mixture, solved } from '../learning/fiction.ts';

const STEPS = ['What is the new street and town?', 'Has the van already left the depot?'];
const END = 'The driver now has the new address.';
const ADDITION = 'Islands and mountain huts are served by boat on Thursdays.';

function told(answers: (n: number) => string[], each = 14, as = (c: Conversation, _: number) => c) {
  const learned = createLearned();
  for (const article of Object.values(ARTICLES)) setArticle(learned, article);
  const own = Array.from({ length: each }, (_, n) => as(conversation('address', n, answers(n)), n));
  const others = mixture(['returns', 'watering'], each);
  const lessons = own.flatMap((c, n) => [c, ...others.slice(n * 2, n * 2 + 2)]).map((c) => learn(learned, solved(c)));
  return { learned, own, findings: lessons.flatMap((x) => x.findings) };
}

describe('what several agents add to an article', () => {
  const { learned, own, findings } = told((n) => (n % 2 === 0 ? [...STEPS, ADDITION, END] : [...STEPS, END]));

  it('is an incomplete article, once five organizations heard it of two agents, and nothing else', () => {
    expect(findings.map((f) => f.cause)).toContain('incomplete');
    expect(new Set(findings.map((f) => f.cause))).toEqual(new Set(['incomplete']));
    expect(findings[0]).toMatchObject({ articleId: '12' });
    expect(findings[0]!.statistics.agents).toBeGreaterThanOrEqual(2);
    expect(findings[0]!.statistics.people).toBeGreaterThanOrEqual(5);
  });

  it('is inserted at its place, in an agent’s words, every other byte as it was', () => {
    const fix = draft(learned, findings.at(-1)!, own, ARTICLES.address)!;
    expect(fix.kind).toBe('article_patch');
    expect(fix.bodyHtml.replace(/\s*<li>Islands[^<]*<\/li>/, '')).toBe(ARTICLES.address.bodyHtml);
    expect(fix.bodyHtml).toContain(`<li>${ADDITION}</li>`);
    expect(fix.bodyHtml.indexOf(ADDITION)).toBeGreaterThan(fix.bodyHtml.indexOf('We answer'));
    for (const quote of fix.evidence) expect(quote.quote).toBe(ADDITION);
    expect(fix.openQuestions).toEqual([]);
  });

  it('is explained by what agents say, and by how many', () => {
    expect(explain(learned, findings.at(-1)!.key)).toMatchObject({
      cause: 'incomplete',
      act: { words: expect.stringContaining('island') },
    });
  });

  it('is gone once the article says it, and does not come back once a person turned it down', () => {
    const healed = fromRows(toRows(learned));
    setArticle(healed, { ...ARTICLES.address, bodyHtml: `${ARTICLES.address.bodyHtml}<p>${ADDITION}</p>` });
    const refused = fromRows(toRows(learned));
    settleFinding(refused, findings.at(-1)!.key, 'rejected');
    for (const state of [healed, refused]) {
      const later = Array.from({ length: 8 }, (_, n) =>
        learn(state, solved(conversation('address', n + 40, [...STEPS, ADDITION, END]))),
      );
      expect(later.flatMap((x) => x.findings)).toEqual([]);
    }
  });
});

describe('what is no addition to an article', () => {
  it.each([
    ['one agent’s habit', (n: number) => (n % 3 === 0 ? [...STEPS, ADDITION, END] : [...STEPS, END])],
    [
      'what one agent says nearly always, and another once',
      (n: number) => (n % 3 === 0 || n === 1 ? [...STEPS, ADDITION, END] : [...STEPS, END]),
    ],
    ['what happened on a day', () => [...STEPS, 'The map of streets was redrawn in the spring of 2019.', END]],
    [
      'a state that is another for each customer, told without it by the first',
      (n: number) => [...STEPS, `The crate stands on shelf${n > 0 ? ` and weighs ${n + 3} kilos` : ''}.`, END],
    ],
    ['what few hear', (n: number) => (n < 4 ? [...STEPS, ADDITION, END] : [...STEPS, END])],
    ['what the agent does for this customer', () => [...STEPS, 'I have put a ribbon round your crate.', END]],
    [
      'a value that is another for each customer',
      (n: number) => [...STEPS, `The crate weighs ${n + 3} kilos today.`, END],
    ],
  ])('%s', (_name, answers) => {
    expect(told(answers, 15).findings.filter((f) => f.cause === 'incomplete')).toEqual([]);
  });
});

describe('what holds for one day or one customer', () => {
  const half = (n: number) => (n % 2 === 0 ? [...STEPS, ADDITION, END] : [...STEPS, END]);
  const onOneDay = (c: Conversation, n: number) => ({ ...c, updatedAt: Date.UTC(2026, 0, 5) + n * 60_000 });
  const asTheyBroughtIt = (c: Conversation) => ({
    ...c,
    turns: c.turns.map((turn, i) => (i === 0 ? { ...turn, text: `${turn.text}. ${ADDITION}` } : turn)),
  });

  it.each([
    ['what agents say on a single day', onOneDay],
    ['what customers brought themselves', asTheyBroughtIt],
  ])('is no addition: %s', (_, as) => {
    expect(told(half, 14, as).findings.filter((f) => f.cause === 'incomplete')).toEqual([]);
  });
});
