import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../shared/conversation.ts';
import { draft } from '../../../worker/core/drafts/draft.ts';
import { explain } from '../../../worker/core/learning/explain.ts';
import { createLearned, type Lesson, learn, type Solved, setArticle } from '../../../worker/core/learning/learned.ts';
import { inWords } from '../../ground/in-words.ts';

const BODY =
  '<h2>Keeping exports</h2><p>An export keeps its link for 7 days.</p><ol><li>Open the reports page and press Export.</li><li>Copy the link from the green banner.</li></ol>';
const ARTICLE = { id: 'exports', title: 'Export a report', section: 'reports', labels: [], bodyHtml: BODY };
const OTHER = {
  ...ARTICLE,
  id: 'limits',
  title: 'Limits of the free plan',
  bodyHtml: '<p>A workspace holds three boards.</p><p>An export keeps its link for 30 days.</p>',
};
const STEPS = 'Open the reports page and press Export. Copy the link from the green banner.';
const QUESTION = 'My export link stopped working, how long does the report export link live?';

function asked(n: number, value: string, agent: string): Conversation {
  const at = n * 1000;
  return {
    id: `c${n}`,
    turns: [
      { id: 'q', author: 'customer', personId: `r${n}`, at: at - 2, text: QUESTION },
      {
        id: 'a',
        author: 'agent',
        personId: agent,
        at: at - 1,
        text: `An export keeps its link for ${value}. ${STEPS}`,
      },
    ],
    requesterId: `r${n}`,
    organizationId: `o${n}`,
    updatedAt: at,
  } as unknown as Conversation;
}

function solved(c: Conversation): Solved {
  return {
    conversationId: c.id,
    at: c.updatedAt,
    requesterId: c.requesterId,
    organizationId: c.organizationId,
    question: QUESTION,
    customerTurns: c.turns.filter((t) => t.author === 'customer'),
    agentTurns: c.turns.filter((t) => t.author === 'agent'),
  };
}

function told(said: [value: string, agent: string][], articles = [ARTICLE]) {
  const learned = createLearned();
  for (const article of articles) setArticle(learned, article);
  const conversations = said.map(([value, agent], n) => asked(n, value, agent));
  const lessons: Lesson[] = conversations.map((c) => learn(learned, solved(c)));
  return { learned, conversations, findings: lessons.flatMap((x) => x.findings) };
}

const mixed = (of: (n: number) => [string, string], n = 16) => Array.from({ length: n }, (_, i) => of(i));

describe('agents who disagree on a value of an article', () => {
  const { learned, conversations, findings } = told(mixed((n) => [n % 2 ? '30 days' : '7 days', `agent${n % 4}`]));

  it('contradict it: both sides are told, with who says what', () => {
    expect(new Set(findings.map((f) => f.cause))).toEqual(new Set(['contradictory']));
    expect(explain(learned, findings.at(-1)!.key)).toMatchObject({
      cause: 'contradictory',
      line: { text: 'An export keeps its link for 7 days.' },
      sides: [
        { value: 'An export keeps its link for 7 days.', articleId: 'exports', agents: 2 },
        { value: 'An export keeps its link for 30 days.', articleId: null, agents: 2 },
      ],
    });
  });

  it('leave an open question on the patch, which only a person can answer', () => {
    const fix = draft(learned, findings.at(-1)!, conversations, ARTICLE)!;
    expect(fix.bodyHtml).toBe(BODY.replace('7 days', '30 days'));
    expect(fix.openQuestions).toHaveLength(1);
    expect(inWords(fix.openQuestions[0])).toMatch(
      /^Agents disagree: “.*7 days\.” \(\d organizations, 2 agents\) or “.*30 days\.”/,
    );
  });
});

describe('two articles that state another value for one thing', () => {
  const said = mixed((n) => [n % 2 ? '30 days' : '7 days', `agent${(n >> 1) % 3}`], 12);

  it('contradict each other where agents give both', () => {
    const { learned, findings } = told(said, [ARTICLE, OTHER]);
    const found = findings.find((f) => f.cause === 'contradictory');
    expect(found?.sides?.map((side) => side.articleId)).toEqual(['exports', 'limits']);
    expect(explain(learned, found!.key)).toMatchObject({ statistics: { articles: 2 } });
  });

  it('are not judged while nobody gives the other value', () => {
    const { findings } = told(
      mixed((n) => ['7 days', `agent${n % 3}`]),
      [ARTICLE, OTHER],
    );
    expect(findings).toEqual([]);
  });
});

describe('what is no contradiction', () => {
  it.each([
    [
      'a value that varies with the customer, whoever answers',
      mixed((n) => [n % 2 ? '30 days' : '7 days', `agent${(n >> 1) % 3}`]),
    ],
    [
      'the slip of one agent',
      mixed((n) => [n % 4 === 1 ? '30 days' : '7 days', n % 4 === 1 ? 'agent9' : `agent${n % 4}`]),
    ],
    ['many values', mixed((n) => [`${n + 3} days`, `agent${n % 3}`])],
  ] as const)('%s', (_name, said) => {
    expect(told(said as [string, string][]).findings.filter((f) => f.cause === 'contradictory')).toEqual([]);
  });
});
