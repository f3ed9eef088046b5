import { describe, expect, it } from 'vitest';
import { asHash, asPath } from '../../zendesk-app/console/helpdesk.ts';
import { clockOf, minuteOf } from '../../zendesk-app/console/policy/quiet-hours.tsx';
import { commandOf, SHORTCUTS } from '../../zendesk-app/console/review/shortcuts.ts';
import { linkTo, routeOf, VIEWS } from '../../zendesk-app/console/route.ts';

const free = { ctrlKey: false, metaKey: false, altKey: false, isWriting: false };

describe('single keys', () => {
  it('move, decide and undo', () => {
    expect([...'jkaerwusicx/?'].map((key) => commandOf({ key, ...free }))).toEqual(Object.values(SHORTCUTS));
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isWriting: true }])(
    'mean nothing with %j',
    (more) => {
      expect(commandOf({ key: 'a', ...free, ...more })).toBeNull();
    },
  );

  it.each(['A', 'Enter', ' ', 'constructor', 'y'])('leave %j alone', (key) => {
    expect(commandOf({ key, ...free })).toBeNull();
  });
});

describe('the address of a view', () => {
  it('leads back to it, whatever its parts hold', () => {
    for (const view of VIEWS) expect(routeOf(linkTo(view))).toEqual({ view, parts: [], query: '' });
    expect(routeOf(linkTo('articles', 'a/b #?', 'en-us'))).toEqual({
      view: 'articles',
      parts: ['a/b #?', 'en-us'],
      query: '',
    });
  });

  it('has what is chosen behind a question mark, and in a segment of the helpdesk’s own address', () => {
    const hash = `${linkTo('review', 'fix 1')}?kind=new_article&q=a%2Fb`;
    expect(routeOf(hash)).toEqual({ view: 'review', parts: ['fix 1'], query: 'kind=new_article&q=a%2Fb' });
    expect(asPath(hash)).not.toMatch(/[?&]/);
    expect(asHash(asPath(hash))).toBe(hash);
    expect(asHash(asPath('#/gaps'))).toBe('#/gaps');
  });

  it.each(['', '#', '#/', '#/nowhere', '#/%E0%A4%A'])('falls back to the overview for %j', (hash) => {
    expect(routeOf(hash).view).toBe('overview');
  });
});

describe('a time of the day', () => {
  it('is read as it is written', () => {
    for (const minute of [0, 1, 60, 719, 1439]) expect(minuteOf(clockOf(minute))).toBe(minute);
  });

  it.each(['', '24:00', '8', '08:60', 'noon'])('is none in %j', (text) => {
    expect(minuteOf(text)).toBeNull();
  });
});
