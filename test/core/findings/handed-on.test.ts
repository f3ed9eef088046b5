import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../shared/time.ts';
import { draft } from '../../../worker/core/drafts/draft.ts';
import { checkContent } from '../../../worker/core/gates/check-content.ts';
import { problemsOf } from '../../../worker/core/gates/kinds.ts';
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

const stays = (from: string, to: string, hours: number) => [
  { name: from, since: 0 },
  { name: to, since: hours * HOUR_MS },
];

/** Vouchers of `n` customers among returns and addresses; `of` says which teams had the n-th. */
function taught(n: number, of: (n: number) => Solved['teams'], elsewhere: Solved['teams'] = undefined) {
  const learned = createLearned();
  for (const article of Object.values(ARTICLES)) setArticle(learned, article);
  const others = mixture(['returns', 'address'], n);
  const found = others.flatMap((c) => learn(learned, solved(c, elsewhere ? { teams: elsewhere } : {})).findings);
  const all = Array.from({ length: n }, (_, i) => conversation('voucher', i));
  all.forEach((c, i) => {
    const teams = of(i);
    found.push(...learn(learned, solved(c, teams ? { teams } : {})).findings);
  });
  return { learned, all, found: found.filter((f) => f.cause === 'handed_on') };
}
const toBilling = (n: number) => stays('Support', 'Billing', (n % 3) + 1);
const last = (learned: Learned) => [...learned.findings.values()].find((f) => f.cause === 'handed_on')!;

describe('conversations that reach their team by way of another', () => {
  it('are found from five organizations on, with the delay', () => {
    const { found } = taught(8, toBilling);
    expect(found[0]).toMatchObject({ articleId: null, teams: { from: 'Support', to: 'Billing' } });
    expect(found[0]?.statistics).toMatchObject({ people: 5, asked: 5, ending: 5, delayMs: 2 * HOUR_MS });
  });

  it('make a rule in customers’ words that says how many it would catch, rightly and wrongly', () => {
    const { learned, all } = taught(12, toBilling);
    const fix = draft(learned, last(learned), all, null)!;
    expect(fix).toMatchObject({ kind: 'routing_rule', articleId: null, terms: [] });
    expect(fix.bodyHtml).toMatch(/says any of, in any ending: [^<]*“voucher”/);
    expect(fix.bodyHtml).toContain('then assign it to: Billing');
    expect(fix.bodyHtml).toMatch(/came to Support and were handed on to Billing/);
    expect(fix.bodyHtml).toMatch(/in 0 of \d+ others/);
    const { problems } = checkContent({ baseHtml: null, nextHtml: fix.bodyHtml, quotes: [], knownNames: NOBODY });
    expect(problemsOf('routing_rule', [], problems)).toEqual([]);
    for (const quote of fix.evidence) {
      const turn = all.find((c) => c.id === quote.conversationId)?.turns.find((t) => t.id === quote.turnId);
      expect([turn?.author, turn?.text.includes(quote.quote)]).toEqual(['agent', true]);
    }
  });

  it.each<[string, ReturnType<typeof taught>['found']]>([
    ['half of them stay where they came', taught(12, (n) => (n % 2 ? toBilling(n) : undefined)).found],
    [
      'they go to one team and another',
      taught(12, (n) => stays('Support', ['Billing', 'Sales'][n % 2] ?? '', 1)).found,
    ],
    ['everything else goes the same way', taught(12, toBilling, stays('Support', 'Billing', 1)).found],
    [
      'they come back to the first team',
      taught(12, () => [...stays('Support', 'Billing', 1), { name: 'Support', since: 9 }]).found,
    ],
    ['four did', taught(4, toBilling).found],
  ])('are no habit where %s', (_, found) => {
    expect(found).toEqual([]);
  });

  it('stay away once a person turned the rule down, and are known after a restart', () => {
    const { learned } = taught(8, toBilling);
    settleFinding(learned, last(learned).key, 'rejected');
    const copy = fromRows(toRows(learned));
    const later = Array.from({ length: 10 }, (_, n) =>
      learn(copy, solved(conversation('voucher', n + 50), { teams: toBilling(n) })),
    );
    expect(later.flatMap((x) => x.findings).filter((f) => f.cause === 'handed_on')).toEqual([]);
    expect(later.every((x) => (x.diagnosis as string) !== 'handed_on')).toBe(true);
  });
});

const NOBODY = { names: [], emails: [], phones: [] };
