import { describe, expect, it } from 'vitest';
import { contrast, saidIn } from '../../../worker/core/coverage/contrast.ts';
import { addPage, pageWords, removePage } from '../../../worker/core/coverage/page-index.ts';
import { hear, spokenWords } from '../../../worker/core/coverage/said.ts';
import { emptyLearned, type Learned } from '../../../worker/core/learned/state.ts';
import { reading } from '../../../worker/core/text/sentences.ts';

const PAGES = {
  roses: ['Pruning roses', 'Cut each stem above an outward bud in late winter. Burn diseased stems.'],
  compost: ['Starting a compost heap', 'Layer kitchen scraps and dry leaves. Turn the heap every fortnight.'],
  pond: ['Cleaning a garden pond', 'Net the pond before leaves fall. Never empty it in one go.'],
} as const;

function garden(): Learned {
  const learned = emptyLearned();
  for (const [id, [title, body]] of Object.entries(PAGES)) addPage(learned.pages, id, pageWords(title, [body]));
  return learned;
}

const against = (learned: Learned, customer: string, agent = '') =>
  contrast(learned, saidIn(learned, [spokenWords(learned, [customer], [agent])]));

describe('a conversation held against whole pages', () => {
  it.each([
    ['roses', 'where do I cut my rose', 'Above a bud that looks outward, once winter ends.'],
    ['compost', 'my heap smells', 'Turn it more often and add dry leaves between the scraps.'],
    ['pond', 'leaves in the pond', 'A net over it helps; do not empty all of it.'],
  ])('is nearest to the page that answers it in other words: %s', (id, question, answer) => {
    const found = against(garden(), question, answer)!;
    expect(found.articleId).toBe(id);
    expect(found.angle).toBeGreaterThan(0.1);
  });

  it('leads less where the page that answered it is gone', () => {
    const learned = garden();
    const [question, answer] = ['leaves in the pond', 'A net over it helps; do not empty all of it.'];
    const before = against(learned, question, answer)!;
    removePage(learned.pages, 'pond');
    const after = against(learned, question, answer);
    expect(after?.level ?? 0).toBeLessThan(before.level / 2);
    expect(after?.angle ?? 0).toBeLessThan(before.angle);
  });

  it('is near to nothing where no word is shared, and in a base without pages', () => {
    expect(against(garden(), 'invoice number')).toBeNull();
    expect(against(emptyLearned(), 'where do I cut my rose')).toBeNull();
  });

  it('gives the same index after a page came, changed and went', () => {
    const learned = garden();
    addPage(learned.pages, 'shed', pageWords('Painting a shed', ['Sand it first.']));
    addPage(learned.pages, 'shed', pageWords('Painting a fence', ['Wash it first.']));
    removePage(learned.pages, 'shed');
    expect(learned.pages).toEqual(garden().pages);
  });

  it('of one page alone says that it covers its own subject', () => {
    const learned = emptyLearned();
    addPage(learned.pages, 'roses', pageWords(...([PAGES.roses[0], [PAGES.roses[1]]] as const)));
    expect(against(learned, 'when do I prune a rose', 'In late winter, above a bud.')!.level).toBeGreaterThan(0.5);
  });
});

describe('what agents say whatever is asked', () => {
  const OFFER = 'Our nursery is open on Sundays as well.';
  const wording = reading(OFFER).wording;
  const weightOf = (learned: Learned) => spokenWords(learned, [], [OFFER]).words.length;

  it('counts while it is said beside one page, and no longer once it was said beside many', () => {
    const learned = garden();
    for (let n = 0; n < 8; n++) hear(learned, [wording], 1);
    expect(weightOf(learned)).toBeGreaterThan(0);
    for (let page = 2; page < 6; page++) hear(learned, [wording], page);
    expect(weightOf(learned)).toBe(0);
  });

  it('is told only after several conversations', () => {
    const learned = garden();
    hear(learned, [wording], 1);
    hear(learned, [wording], 2);
    expect(weightOf(learned)).toBeGreaterThan(0);
  });
});
