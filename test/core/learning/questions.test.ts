import { describe, expect, it } from 'vitest';
import {
  createLearned,
  issues,
  type Learned,
  learn,
  type Solved,
  setArticle,
  withdraw,
} from '../../../worker/core/learning/learned.ts';
import { questionsIn } from '../../../worker/core/learning/questions.ts';
import { ARTICLES, mixture, solved } from './fiction.ts';

function shop(): Learned {
  const learned = createLearned();
  for (const article of Object.values(ARTICLES)) setArticle(learned, article);
  for (const c of mixture(['returns', 'address', 'watering'], 6)) learn(learned, solved(c));
  return learned;
}

const RETURN = 'I want to return a dead rose, the plant arrived withered.';
const FERN = 'how much water does my indoor fern need?';
const ANSWERS = [
  'Could you send us a photo of the roots? A courier will collect the plant tomorrow.',
  'Please stick a finger into the soil. Mist the leaves every morning.',
];

const PARTS = [
  [RETURN, ANSWERS[0]!],
  [FERN, ANSWERS[1]!],
] as const;

/** A conversation that was divided into these questions, each with the answer to it; null where nobody answered. */
function asks(parts: readonly (readonly [question: string, answer: string | null])[] = PARTS): Solved {
  const at = Date.UTC(2026, 1, 2);
  const told = parts.map(([question, answer], i) => ({
    question,
    customerTurns: [{ id: 'q', text: question, at }],
    agentTurns: answer === null ? [] : [{ id: `a${i}`, text: answer, at: at + i, personId: 'agent-1' }],
  }));
  return {
    conversationId: 'two',
    at,
    requesterId: 'p-two',
    organizationId: null,
    question: parts.map(([question]) => question).join('\n'),
    customerTurns: told.flatMap(({ customerTurns }) => customerTurns),
    agentTurns: told.flatMap(({ agentTurns }) => agentTurns),
    parts: told,
  };
}

describe('a conversation that asks two things', () => {
  it('is two questions, each with its own answers', () => {
    const parts = questionsIn(shop(), asks());
    expect(parts.map(({ question }) => question)).toEqual([RETURN, FERN]);
    expect(parts.map(({ agentTurns }) => agentTurns.map(({ text }) => text))).toEqual([[ANSWERS[0]], [ANSWERS[1]]]);
  });

  it('teaches both issues, and its own fields are those of the first', () => {
    const learned = shop();
    const lesson = learn(learned, asks());
    expect(lesson.questions.map((q) => q.articleId)).toEqual(['11', '13']);
    expect(lesson.articleId).toBe('11');
  });

  it('leaves both issues when it is withdrawn', () => {
    const learned = shop();
    const before = issues(learned).map(({ id, size }) => [id, size]);
    learn(learned, asks());
    withdraw(learned, 'two');
    expect(issues(learned).map(({ id, size }) => [id, size])).toEqual(before);
  });

  it.each([
    [
      'both are about one thing',
      [
        [RETURN, ANSWERS[0]!],
        ['how do I return a plant that arrived withered?', ANSWERS[0]!],
      ],
    ],
    [
      'one says too little',
      [
        [RETURN, ANSWERS[0]!],
        ['and the rest?', ANSWERS[1]!],
      ],
    ],
    [
      'one of the two was not answered',
      [
        [RETURN, ANSWERS[0]!],
        [FERN, null],
      ],
    ],
  ] as const)('is one question where %s', (_, parts) => {
    const told = questionsIn(shop(), asks(parts));
    expect(told).toHaveLength(1);
    expect(told[0]!.question).toBe(parts.map(([question]) => question).join('\n'));
  });
});
