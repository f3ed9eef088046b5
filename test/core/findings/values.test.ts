import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../shared/conversation.ts';
import { draft } from '../../../worker/core/drafts/draft.ts';
import {
  createLearned,
  type Lesson,
  learn,
  type Solved,
  setArticle,
  settleFinding,
} from '../../../worker/core/learning/learned.ts';

const BODY =
  '<h2>Keeping exports</h2><p>An export keeps its link for 7 days.</p><ol><li>Open the reports page and press Export.</li><li>Copy the link from the green banner.</li></ol>';
const ARTICLE = { id: 'exports', title: 'Export a report', section: 'reports', labels: [], bodyHtml: BODY };
const OTHER = {
  ...ARTICLE,
  id: 'invite',
  title: 'Invite a colleague',
  bodyHtml: '<p>Open the members page.</p><p>Type their address and press Invite.</p>',
};
const STEPS = 'Open the reports page and press Export. Copy the link from the green banner.';

function solved(n: number, said: string, organization = `o${n}`): Solved {
  const customer = 'My export link stopped working, how long does the report export link live?';
  return {
    conversationId: `c${n}`,
    at: n * 1000,
    requesterId: `r-${organization}`,
    organizationId: organization,
    question: customer,
    customerTurns: [{ id: 'q', text: customer, at: n * 1000 - 2 }],
    agentTurns: [{ id: 'a', text: `${said} ${STEPS}`, at: n * 1000 - 1, personId: `agent${n % 3}` }],
  };
}

function told(values: string[], organization?: string) {
  const learned = createLearned();
  setArticle(learned, ARTICLE);
  setArticle(learned, OTHER);
  const lessons: Lesson[] = values.map((value, n) =>
    learn(learned, solved(n, `An export keeps its link for ${value}.`, organization)),
  );
  return { learned, findings: lessons.flatMap((lesson) => lesson.findings).filter((f) => f.cause === 'outdated') };
}

const times = (n: number, value: string) => Array.from({ length: n }, () => value);

describe('an article’s value that agents no longer give', () => {
  it.each([
    ['nothing while agents give the article’s value', times(12, '7 days'), 0],
    ['nothing after two people', [...times(5, '7 days'), ...times(2, '30 days')], 0],
    ['an outdated value after three people', [...times(5, '7 days'), ...times(3, '30 days')], 1],
    ['nothing where both values go on', ['7 days', '30 days', '7 days', '30 days', '7 days', '30 days', '7 days'], 0],
    [
      'nothing where the value varies with the customer',
      ['3 days', '4 days', '5 days', '6 days', '8 days', '9 days'],
      0,
    ],
    ['nothing where the same value is written otherwise', times(8, 'seven days'), 0],
  ])('finds %s', (_name, values, count) => {
    expect(new Set(told(values).findings.map((f) => f.key)).size).toBe(count);
  });

  it('counts one organization once, however often it asks', () => {
    expect(told([...times(5, '7 days'), ...times(30, '30 days')], 'same').findings).toHaveLength(0);
  });

  it('changes the value and no other byte, in words an agent said', () => {
    const { learned, findings } = told([...times(5, '7 days'), ...times(4, '30 days')]);
    const conversations = [5, 6, 7, 8].map((n) => ({
      id: `c${n}`,
      turns: [
        { id: 'a', author: 'agent', personId: 'x', at: n, text: `An export keeps its link for 30 days. ${STEPS}` },
      ],
    })) as unknown as Conversation[];
    const fix = draft(learned, findings[0]!, conversations, ARTICLE);
    expect(fix?.bodyHtml).toBe(BODY.replace('7 days', '30 days'));
    expect(fix?.evidence[0]?.quote).toBe('An export keeps its link for 30 days.');
  });
});

describe('another value that a person turned down', () => {
  const REWORDED = BODY.replace('An export keeps its link for 7 days.', 'The link of an export works for 7 days.');
  const MOVED = BODY.replace('An export keeps its link for 7 days.', 'The link of an export works for 14 days.');
  const found = (outcome: 'rejected' | null, bodyHtml: string, value: string) => {
    const { learned, findings } = told([...times(5, '7 days'), ...times(4, '30 days')]);
    if (outcome) settleFinding(learned, findings[0]?.key ?? '', outcome);
    setArticle(learned, { ...ARTICLE, bodyHtml });
    const more = times(60, value).map((given, n) =>
      learn(learned, solved(20 + n, `An export keeps its link for ${given}.`)),
    );
    return more.some((lesson) => lesson.findings.some((f) => f.cause === 'outdated'));
  };

  it.each([
    ['as the article stands', 'rejected', BODY, '30 days', false],
    ['where its sentence was worded anew', 'rejected', REWORDED, '30 days', false],
    ['where nobody turned it down', null, REWORDED, '30 days', true],
    ['as a third value', 'rejected', BODY, '60 days', true],
    ['once the article states another value itself', 'rejected', MOVED, '30 days', true],
  ] as const)('comes back only where it says something else: %s', (_, outcome, bodyHtml, value, isFound) => {
    expect(found(outcome, bodyHtml, value)).toBe(isFound);
  });
});

describe('a word of an article that agents no longer say', () => {
  const renamed = (label: string, n: number, organization?: string) => {
    const s = solved(n, 'An export keeps its link for 7 days.', organization);
    const text = `Open the reports page and press ${label}. Copy the link from the green banner.`;
    return { ...s, agentTurns: [{ ...s.agentTurns[0]!, text }] };
  };
  const found = (labels: string[], organization?: string) => {
    const learned = createLearned();
    setArticle(learned, ARTICLE);
    setArticle(learned, OTHER);
    const all = labels.map((label, n) => renamed(label, n, organization));
    return {
      learned,
      all,
      findings: all.flatMap((s) => learn(learned, s).findings).filter((f) => f.cause === 'outdated'),
    };
  };

  it('is outdated once six organizations heard the new one: a renamed button, and nothing else of the article changes', () => {
    const { learned, all, findings } = found(times(8, 'Download'));
    expect(findings[0]?.statistics).toMatchObject({ people: 6, wordDrift: 1 });
    const conversations = all.map((s) => ({
      id: s.conversationId,
      turns: s.agentTurns.map((t) => ({ ...t, author: 'agent' })),
    })) as unknown as Conversation[];
    expect(draft(learned, findings[0]!, conversations, ARTICLE)?.bodyHtml).toBe(
      BODY.replace('press Export', 'press Download'),
    );
  });

  it.each([
    ['agents say both', ['Export', 'Download', 'Export', 'Download', 'Export', 'Download', 'Download', 'Download']],
    ['it differs from customer to customer', ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta', 'Eta', 'Theta']],
    ['few were told', times(5, 'Download')],
  ])('stands where %s', (_name, labels) => {
    expect(found(labels).findings).toEqual([]);
  });

  it('stands where one organization asks again and again', () => {
    expect(found(times(20, 'Download'), 'same').findings).toEqual([]);
  });
});
