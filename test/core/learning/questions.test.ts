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

function asks(question: string, answers = ANSWERS): Solved {
  const at = Date.UTC(2026, 1, 2);
  return {
    conversationId: 'two',
    at,
    requesterId: 'p-two',
    organizationId: null,
    question,
    customerTurns: [{ id: 'q', text: question, at }],
    agentTurns: answers.map((text, i) => ({ id: `a${i}`, text, at: at + i, personId: 'agent-1' })),
  };
}

describe('a conversation that asks two things', () => {
  it.each([
    ['after a connector', `${RETURN}\nAlso, ${FERN}`],
    [
      'in a second asking sentence',
      'Can I return a withered plant, and does a courier collect the parcel with its roots? How moist is the soil of an indoor fern, and do I mist its leaves every morning at a south window?',
    ],
    ['in German words for it', `${RETURN}\nAußerdem: ${FERN}`],
  ])('is two questions, each with its own answers: %s', (_, question) => {
    const parts = questionsIn(shop(), asks(question));
    expect(parts).toHaveLength(2);
    expect(parts[0]!.agentTurns.map((t) => t.text).join(' ')).toContain('courier');
    expect(parts[0]!.agentTurns.map((t) => t.text).join(' ')).not.toContain('Mist');
    expect(parts[1]!.question).toContain('fern');
    expect(parts[1]!.agentTurns.map((t) => t.text).join(' ')).toContain('Mist');
  });

  it('teaches both issues, and its own fields are those of the first', () => {
    const learned = shop();
    const lesson = learn(learned, asks(`${RETURN}\nAlso, ${FERN}`));
    expect(lesson.questions.map((q) => q.articleId)).toEqual(['11', '13']);
    expect(lesson.articleId).toBe('11');
  });

  it('leaves both issues when it is withdrawn', () => {
    const learned = shop();
    const before = issues(learned).map(({ id, size }) => [id, size]);
    learn(learned, asks(`${RETURN}\nAlso, ${FERN}`));
    withdraw(learned, 'two');
    expect(issues(learned).map(({ id, size }) => [id, size])).toEqual(before);
  });

  it.each([
    ['it asks one thing twice', 'Can I return a dead rose? Also, how do I return a plant that arrived withered?'],
    ['it only tells more', `${RETURN} I moved the pot twice. The leaves are brown.`],
    ['one of the two was not answered', `${RETURN}\nAlso, ${FERN}`, ['Could you send us a photo of the roots?']],
  ])('is one question where %s', (_, question, answers?: string[]) => {
    expect(questionsIn(shop(), asks(question, answers ?? [ANSWERS[0]!]))).toHaveLength(1);
  });
});
