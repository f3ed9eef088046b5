import { describe, expect, it } from 'vitest';
import { applyChange, changeIndex, isRefusal, searchStale } from '../../../worker/core/change/change-note.ts';

const FILES = {
  id: 'files',
  title: 'Uploading files',
  body: '# Uploading files\n\n1. Open **Files > Upload** in the sidebar.\n2. Pick up to 5 files, each at most 50 MB, and press **Send**.\n\n   - Guests see files for 30 days after they were sent.\n\nDeleted files stay in the bin for a week.\n',
};
const PEOPLE = {
  id: 'people',
  title: 'Inviting people',
  body: '<h1>Inviting people</h1><p>Go to <strong>Settings &gt; Members</strong> and click <strong>Invite</strong>. An invitation expires after 48 hours and works once.</p><ul><li>Guests cost <b>$3</b> per month.</li><li>The <a href="/plans">Team plan</a> includes 25 seats.</li></ul>',
};
const RETURNS = {
  id: 'returns',
  title: 'Returns',
  body: 'Parcels can be returned within 14 days of delivery.\r\nReturns need an order number.\r\n',
};
/** The line that a note makes stale in these articles; null where it is refused. */
function findStale(articles: Parameters<typeof changeIndex>[0], note: string) {
  const result = searchStale(changeIndex(articles), note);
  return isRefusal(result) ? null : result;
}

const ARTICLES = [FILES, PEOPLE, RETURNS];

function patched(note: string): { id: string; body: string } | null {
  const hit = findStale(ARTICLES, note);
  if (!hit) return null;
  const article = ARTICLES.find((a) => a.id === hit.articleId)!;
  return { id: hit.articleId, body: applyChange(article.body, hit) };
}

describe('a change note that is the new line', () => {
  it.each([
    ['a number', '2. Pick up to 9 files, each at most 50 MB, and press **Send**.', FILES, 'up to 5', 'up to 9'],
    ['a label', '1. Open **Files > Add** in the sidebar.', FILES, '**Files > Upload**', '**Files > Add**'],
    ['a duration', '- Guests see files for 90 days after they were sent.', FILES, '30 days', '90 days'],
    ['a line of a CRLF body', 'Parcels can be returned within 30 days of delivery.', RETURNS, '14 days', '30 days'],
    ['a sentence of HTML', 'An invitation expires after 72 hours and works once.', PEOPLE, '48 hours', '72 hours'],
    ['a value in bold', 'Guests cost $4 per month.', PEOPLE, '<b>$3</b>', '<b>$4</b>'],
    ['a block of HTML', '<li>Guests cost <b>$4</b> per month.</li>', PEOPLE, '<b>$3</b>', '<b>$4</b>'],
    ['a label in an entity path', 'Go to Settings > Team and click Invite.', PEOPLE, '&gt; Members', '&gt; Team'],
    ['text around a link', 'The Team plan includes 30 seats.', PEOPLE, '25 seats', '30 seats'],
  ])('changes %s and no other byte', (_, note, article, from, to) => {
    expect(patched(note)).toEqual({ id: article.id, body: article.body.replace(from, to) });
  });

  it('changes a statement everywhere the article says it, each with its own indentation', () => {
    const body =
      'On the web:\n1. Wait 10 minutes and try again.\nOn the phone:\n   1. Wait 10 minutes and try again.\n';
    const hit = findStale([{ id: 'x', title: 'Retry', body }, ...ARTICLES], '1. Wait 15 minutes and try again.')!;
    expect(hit.line).toBe(2);
    expect(applyChange(body, hit)).toBe(body.replaceAll('10', '15'));
  });

  it('prefers the article that is still wrong to the version that is right already', () => {
    const old = {
      id: 'old',
      title: 'Limits',
      body: 'Phones with system 11 or later are supported.\nTablets are not.\n',
    };
    const next = {
      id: 'next',
      title: 'Limits',
      body: 'Phones with system 12 or later are supported.\nTablets are not.\n',
    };
    const hit = findStale([next, old], 'Phones with system 12 or later are supported.');
    expect(hit).toMatchObject({ articleId: 'old', before: 'Phones with system 11 or later are supported.' });
  });

  it('prefers the table row whose columns stand where the note has them', () => {
    const rows = [
      '| **Team app**   | **Where to find it**      | **What it does for you** |',
      '| x              | y                         | z                        |',
      '| **Partner add-on** | **Where to find it** | **What it does for you** |',
      '| x                  | y                    | z                        |',
    ].join('\n');
    const note = '| **Popular picks**  | **Where to find it** | **What it does for you** |';
    const hit = findStale([{ id: 't', title: 'Apps', body: rows }, ...ARTICLES], note);
    expect(hit?.line).toBe(3);
  });
});

describe('a change note that tells of a change', () => {
  it.each([
    [
      'from one value to another',
      'The upload limit per file was raised from 50 MB to 100 MB.',
      FILES,
      '50 MB',
      '100 MB',
    ],
    ['a rename', 'Renamed Members to People', PEOPLE, 'Members', 'People'],
    ['a new name', 'Members is now called People.', PEOPLE, 'Members', 'People'],
    ['the new value alone', 'Invitations now expire after 72 hours.', PEOPLE, '48 hours', '72 hours'],
  ])('changes that value alone: %s', (_, note, article, from, to) => {
    expect(patched(note)).toEqual({ id: article.id, body: article.body.replace(from, to) });
  });

  it('is less sure than of a new line', () => {
    const told = findStale(ARTICLES, 'The upload limit per file was raised from 50 MB to 100 MB.')!;
    const line = findStale(ARTICLES, '2. Pick up to 5 files, each at most 100 MB, and press **Send**.')!;
    expect(told.confidence).toBeLessThan(line.confidence);
  });
});

describe('a note is refused with the reason', () => {
  it.each([
    ['note_says_nothing', ''],
    ['note_says_nothing', '🙂'],
    ['note_says_nothing', '42'],
    ['note_too_long', 'word '.repeat(20_000)],
    ['nothing_alike', 'Dark mode is available on watches.'],
    ['already_said', 'Deleted files stay in the bin for a week.'],
  ])('%s: %s', (reason, note) => {
    const result = searchStale(changeIndex(ARTICLES), note);
    expect(isRefusal(result) && result.reason).toBe(reason);
  });

  it('no_articles', () => {
    expect(searchStale(changeIndex([]), 'Invitations expire after 72 hours.')).toMatchObject({ reason: 'no_articles' });
    expect(findStale([{ id: 'e', title: 'Empty', body: '\n  \n' }], 'Invitations expire after 72 hours.')).toBeNull();
  });
});

it('leaves a body alone that does not hold the statement', () => {
  expect(applyChange(FILES.body, { before: 'Nowhere.', after: 'Here.' })).toBe(FILES.body);
});
