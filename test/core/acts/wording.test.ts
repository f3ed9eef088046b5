import { describe, expect, it } from 'vitest';
import {
  createLearned,
  fromRows,
  type Learned,
  learn,
  setArticle,
  toRows,
} from '../../../worker/core/learning/learned.ts';
import { conversation, solved } from '../learning/fiction.ts';

const FULL = 'Please tell me the shape of the lower lid.';
const TORN = 'Please tell me the of the lower lid.';
const LONGER = 'Please tell me the shape of the lower lid and its weight.';

function heard(sentences: string[], before: (learned: Learned) => void = () => {}): Learned {
  let learned = createLearned();
  before(learned);
  sentences.forEach((text, n) => {
    learn(learned, solved(conversation('voucher', n, [text])));
    learned = fromRows(toRows(learned));
  });
  return learned;
}

const words = (learned: Learned) => [...learned.acts.values()].map((act) => act.stems.join(' '));

describe('what leads a thing that agents say', () => {
  it('is the fuller wording, once it is met more often than the fragment that came first', () => {
    expect(words(heard([TORN, FULL, FULL]))).toEqual(['tell lower lid']);
    expect(words(heard([TORN, FULL, FULL, FULL]))).toEqual(['tell shape lower lid']);
  });

  it('stays what it is while the fuller wording is the rarer one', () => {
    expect(words(heard([FULL, FULL, FULL, FULL, LONGER, LONGER, LONGER]))).toEqual(['tell shape lower lid']);
  });

  it('is the article’s own line where an article says it', () => {
    const article = { id: '1', title: 'Lids', section: 'Pots', labels: [], bodyHtml: `<p>${TORN}</p>` };
    expect(words(heard([FULL, FULL, FULL, FULL], (learned) => setArticle(learned, article)))).toEqual([
      'tell lower lid',
    ]);
  });
});
