import { describe, expect, it } from 'vitest';
import type { QueueItem } from '../../shared/console/review.ts';
import { DAY_MS } from '../../shared/time.ts';
import { queryOf, selected, selectionOf } from '../../zendesk-app/console/review/list/selection.ts';

const NOW = 100 * DAY_MS;

function anItem(fixId: string, more: Partial<QueueItem> = {}): QueueItem {
  return {
    fixId,
    gapId: `gap of ${fixId}`,
    patchHash: '',
    baseHash: null,
    kind: 'article_patch',
    state: 'in_review',
    title: `About ${fixId}`,
    category: 'Billing',
    language: 'en',
    cause: null,
    articleId: null,
    createdAt: NOW,
    confidence: null,
    assignee: null,
    snoozedUntil: null,
    hasFailed: false,
    isEdited: false,
    glimpse: null,
    people: 1,
    perWeek: 0,
    worth: { prevented: 0, seconds: 1, perSecond: 0, parts: { perWeek: 0, chance: 0, answered: 0, words: 0 } },
    batch: null,
    ...more,
  };
}
const ITEMS = [
  anItem('a', { people: 2, createdAt: NOW - 9 * DAY_MS }),
  anItem('b', { kind: 'new_article', category: 'Calendar', people: 7, assignee: { userId: '7', name: 'Ada' } }),
  anItem('c', { hasFailed: true, language: 'de', glimpse: 'Choose Wages', createdAt: NOW - 1 }),
  anItem('d', { snoozedUntil: NOW + 1 }),
];
const shown = (query: string) =>
  selected(ITEMS, selectionOf(query), { me: '7', now: NOW })
    .map(({ fixId }) => fixId)
    .join('');

describe('what the queue shows', () => {
  it.each([
    ['', 'abc'],
    ['kind=new_article', 'b'],
    ['section=Billing', 'ac'],
    ['language=de', 'c'],
    ['assignee=me', 'b'],
    ['assignee=nobody', 'ac'],
    ['age=older', 'a'],
    ['age=week', 'bc'],
    ['state=failed', 'c'],
    ['state=snoozed', 'd'],
    ['q=wages', 'c'],
    ['q=calendar about', 'b'],
    ['sort=asked', 'bac'],
    ['sort=oldest', 'acb'],
    ['sort=newest&section=Billing', 'ca'],
    ['kind=bug_report', ''],
  ])('is chosen by the address: %j', (query, ids) => {
    expect(shown(query)).toBe(ids);
  });

  it('is said in the address as it was chosen, and nothing where everything is shown', () => {
    for (const query of ['', 'kind=terms&assignee=me&sort=oldest', 'q=a+b'])
      expect(new URLSearchParams(queryOf(selectionOf(query)))).toEqual(
        new URLSearchParams([...new URLSearchParams(query)].sort(() => 0)),
      );
  });
});
