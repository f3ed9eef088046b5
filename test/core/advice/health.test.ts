import { describe, expect, it } from 'vitest';
import type { Gap } from '../../../shared/gap.ts';
import { type ArticleRecord, HEALED_RECENTLY_MS, healthOf } from '../../../worker/core/advice/health.ts';
import { tellOf } from '../../../worker/core/issues/staff-verdicts.ts';
import { createLearned, type Learned, learn, setArticle } from '../../../worker/core/learning/learned.ts';
import { aFix, aGap, aPublication } from '../../contracts/examples.ts';

const NOW = 1_800_000_000_000;
const ID = '7';
const BODY =
  '<h2>Steps</h2><ol><li>Open the parcel desk.</li><li>Choose the blue label.</li></ol><p>A parcel may weigh up to 20 kilos.</p>';

/** A parcel service whose agents told so many customers these sentences. */
function taught(told: string[][]): Learned {
  const learned = createLearned();
  setArticle(learned, { id: ID, title: 'Send a parcel', section: 'Parcels', labels: [], bodyHtml: BODY });
  told.forEach((sentences, n) => {
    const at = NOW - (told.length - n) * 60_000;
    learn(learned, {
      conversationId: `c${n}`,
      at,
      requesterId: `p${n}`,
      organizationId: `o${n}`,
      question: 'How do I send a parcel, and how heavy may a parcel be?',
      customerTurns: [{ id: `q${n}`, text: 'How do I send a parcel?', at }],
      agentTurns: sentences.map((text, i) => ({ id: `a${n}-${i}`, text, at: at + i, personId: `agent${n % 2}` })),
    });
  });
  return learned;
}

const SAYS = ['Open the parcel desk.', 'Choose the blue label.', 'A parcel may weigh up to 20 kilos.'];
const OTHERWISE = ['Open the parcel desk.', 'Choose the blue label.', 'A parcel may weigh up to 30 kilos.'];
const record = (more: Partial<ArticleRecord> = {}): ArticleRecord => ({
  bodyHtml: BODY,
  updatedAt: 5,
  gaps: [],
  waiting: [],
  publications: [],
  flaggedBy: [],
  ...more,
});
const gap = (cause: Gap['cause']) => [aGap('g', { articleId: ID, cause })];
const done = (at: number) => [aPublication('p', { articleId: ID, state: 'done', at })];

describe('the health of an article', () => {
  const said = taught([SAYS, SAYS, SAYS, SAYS]);
  it.each<[string, Learned, Partial<ArticleRecord>, string]>([
    ['nobody asked', taught([]), {}, 'unproven'],
    ['two asked', taught([SAYS, SAYS]), {}, 'unproven'],
    ['agents told several what it says', said, {}, 'validated'],
    ['it was corrected lately', taught([]), { publications: done(NOW - 1) }, 'healed_recently'],
    ['it was corrected long ago', taught([]), { publications: done(NOW - HEALED_RECENTLY_MS - 1) }, 'unproven'],
    [
      'it was written and taken back',
      taught([]),
      { publications: [{ ...done(NOW)[0]!, state: 'rolled_back' }] },
      'unproven',
    ],
    ['a gap is open', said, { gaps: gap('outdated') }, 'stale'],
    ['nobody finds it, and what it says is so', said, { gaps: gap('unfindable') }, 'validated'],
    ['it contradicts itself', said, { gaps: gap('contradictory') }, 'contested'],
    ['a colleague flagged it', said, { flaggedBy: [1] }, 'contested'],
    [
      'a correction waits, whatever else',
      said,
      { gaps: gap('outdated'), waiting: [aFix('f')], flaggedBy: [1] },
      'patch_waiting',
    ],
    ['customers are told another value', taught([SAYS, OTHERWISE, OTHERWISE, OTHERWISE]), {}, 'contested'],
  ])('where %s', (_, learned, more, health) => {
    expect(healthOf(learned, ID, record(more), NOW).health).toBe(health);
  });

  it('comes with the sentence in doubt, as agents say it now', () => {
    const { why } = healthOf(taught([SAYS, OTHERWISE, OTHERWISE, OTHERWISE]), ID, record(), NOW);
    expect(why.doubted).toEqual([expect.objectContaining({ text: SAYS[2], instead: OTHERWISE[2], people: 3 })]);
    expect(why).toMatchObject({ statements: 3, asked: 4, confirmed: 2 });
  });

  it('counts a person once, on whichever side they spoke last', () => {
    const learned = taught([]);
    const line = learned.articles.get(ID)?.lines.find((one) => one.text === SAYS[2])?.key ?? 0;
    const tell = (person: number, isRight: boolean) => tellOf(learned, { articleId: ID, line, isRight, person });
    tell(1, false);
    tell(1, false);
    tell(2, false);
    expect(healthOf(learned, ID, record({ flaggedBy: [1] }), NOW)).toMatchObject({
      health: 'contested',
      why: { saidWrong: 2, saidRight: 0, doubted: [{ text: SAYS[2] }] },
    });
    tell(1, true);
    tell(2, true);
    expect(healthOf(learned, ID, record(), NOW)).toMatchObject({
      health: 'unproven',
      why: { saidWrong: 0, saidRight: 2 },
    });
  });
});
