import { describe, expect, test } from 'vitest';
import { buildSearch } from '../../../worker/core/search/article-search.ts';
import { communitiesOf } from '../../../worker/core/search/communities.ts';
import { clusterQuestions } from '../../../worker/core/search/issues.ts';
import { BAKERY, PAST } from './bakery.ts';

const search = buildSearch(BAKERY, PAST);
const questions = PAST.map((text, i) => ({ id: `q${String(i).padStart(2, '0')}`, text }));

describe('issues', () => {
  const issues = clusterQuestions(search, questions);
  const of = (text: string) => issues.get(questions.find((question) => question.text === text)?.id ?? '');

  test('are those of one article where it covers', () => {
    expect(of('forgot my password')).toBe('article:a5');
    expect(of('squashed cake, I want my money back')).toBe(of('my cake arrived squashed, can I send it back'));
  });

  test('do not depend on the order of arrival', () => {
    const shuffled = clusterQuestions(search, [...questions].reverse());
    expect([...shuffled].sort()).toEqual([...issues].sort());
  });

  test('give every question one, also what is no question', () => {
    const odd = ['', '🎂', 'x', 'a'.repeat(65_536)].map((text, i) => ({ id: `o${i}`, text }));
    expect([...clusterQuestions(search, odd).keys()]).toEqual(['o0', 'o1', 'o2', 'o3']);
  });

  test('group by words what no article covers', () => {
    const strange = [
      ['s1', 'do you rent tents for weddings'],
      ['s2', 'renting a wedding tent'],
      ['s3', 'apprenticeship vacancies for bakers'],
      ['s4', 'any vacancies for an apprentice'],
    ].map(([id = '', text = '']) => ({ id, text }));
    const found = clusterQuestions(search, strange);
    expect(found.get('s1')).toBe('text:s1');
    expect(found.get('s2')).toBe(found.get('s1'));
    expect(found.get('s4')).toBe(found.get('s3'));
    expect(found.get('s3')).not.toBe(found.get('s1'));
  });

  test('never join two languages', () => {
    const french =
      'Bonjour, je voudrais changer le jour de livraison de ma commande parce que je ne serai pas chez moi';
    const german =
      'Guten Tag, ich möchte den Liefertag meiner Bestellung ändern, weil ich am Freitag nicht zu Hause bin';
    const found = clusterQuestions(search, [
      { id: 'f', text: french },
      { id: 'g', text: german },
      { id: 'e', text: 'I would like to change the delivery day of my order because I am not at home' },
    ]);
    expect(new Set(found.values()).size).toBe(3);
    expect(found.get('e')).toBe('article:a1');
    expect(found.get('f')).toMatch(/^fr:/);
  });
});

describe('communities of a graph', () => {
  const clique = (...nodes: number[]) =>
    nodes.flatMap((from) => nodes.filter((to) => to > from).map((to) => ({ from, to, weight: 1 })));

  test('are its dense parts', () => {
    const found = communitiesOf(7, [...clique(0, 1, 2), ...clique(3, 4, 5), { from: 2, to: 3, weight: 0.1 }], 1);
    expect(new Set([found[0], found[1], found[2]]).size).toBe(1);
    expect(new Set([found[3], found[4], found[5]]).size).toBe(1);
    expect(new Set(found).size).toBe(3);
  });

  test('are the nodes themselves where nothing is tied', () => {
    expect([...communitiesOf(3, [], 1)]).toEqual([0, 1, 2]);
  });
});
