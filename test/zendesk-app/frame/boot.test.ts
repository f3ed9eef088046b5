import { expect, it } from 'vitest';
import { takeBoot } from '../../../zendesk-app/frame/boot.ts';

function page(text: string | null) {
  const blocks = new Map([['boot', text]].filter(([, value]) => value !== null) as [string, string][]);
  const block = { textContent: text, remove: () => void blocks.delete('boot') };
  const getElementById = (id: string) => (blocks.has(id) ? (block as unknown as HTMLElement) : null);
  return { getElementById, isThere: () => blocks.has('boot') };
}
const boot = { bearer: 'b', expiresAt: 1, viewer: { userId: '7' } };

it('takes the bearer out of the page as it reads it', () => {
  const opened = page(JSON.stringify(boot));
  expect(takeBoot(opened)).toEqual(boot);
  expect(opened.isThere()).toBe(false);
});

it.each([null, '', '{', '[]', '{"bearer":1}', 'null'])(
  'knows that a page with %j was not opened by a helpdesk',
  (text) => {
    expect(takeBoot(page(text))).toBeNull();
  },
);
