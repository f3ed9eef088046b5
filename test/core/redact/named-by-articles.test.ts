import { expect, it } from 'vitest';
import { namedByArticles } from '../../../worker/core/redact/named-by-articles.ts';

const article = (bodyHtml: string) => ({ title: 'Help', bodyHtml });

it('names products and labels of the articles, and not the person of an example', () => {
  const named = namedByArticles(
    [
      article('<p>Open <b>Quill Board</b> and press <b>Save</b>. The Kestrel plan has it.</p>'),
      article('<p>Write "Dear Sarah Okonjo" above, then choose Kestrel.</p>'),
    ],
    50,
  );
  expect(named).toContain('Quill Board');
  expect(named[0]).toBe('Kestrel');
  expect(named.join()).not.toContain('Sarah');
  expect(named).not.toContain('Save');
});

it('keeps the commonest where there are more than asked for', () => {
  expect(namedByArticles([article('Kestrel Zorv'), article('Kestrel Zorv'), article('Wumble')], 1)).toEqual([
    'Kestrel Zorv',
  ]);
});
