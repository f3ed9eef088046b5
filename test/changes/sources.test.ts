import { describe, expect, it } from 'vitest';
import { changesOfChangelog } from '../../worker/changes/changelog.ts';
import { changesOfFeed } from '../../worker/changes/feed.ts';
import { changesOfReleases } from '../../worker/changes/github.ts';
import { changesOfStatus } from '../../worker/changes/statuspage.ts';

const RSS = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x "boom">]><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>
<item><title>Larger &amp; faster</title><link>https://n.example/1</link><guid isPermaLink="false">n1</guid><pubDate>Wed, 04 Nov 2026 09:00:00 GMT</pubDate>
<description><![CDATA[<p>Short.</p>]]></description><content:encoded><![CDATA[<ul><li>A file holds 2,000 rows.</li><li>&lt;b&gt; is text</li></ul>]]></content:encoded></item>
<item><title></title><guid>n2</guid></item><item><title>No guid</title><link>https://n.example/3</link></item></channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>R</title><entry><id>tag:r,1</id><title type="html">v2 &lt;b&gt;out&lt;/b&gt;</title>
<updated>2026-11-04T09:00:00Z</updated><link rel="self" href="https://r.example/self"/><link href="https://r.example/1"/><content type="html">&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content></entry></feed>`;

describe('sources of changes', () => {
  it('reads RSS: the whole text before the short one, markup as lines, and no entity of a document', () => {
    expect(changesOfFeed(RSS)).toEqual([
      {
        ...{ id: 'n1', title: 'Larger & faster', text: 'A file holds 2,000 rows.\n<b> is text', kind: null },
        ...{ url: 'https://n.example/1', at: Date.parse('2026-11-04T09:00:00Z'), isReleased: true, isWithdrawn: false },
      },
      expect.objectContaining({ id: 'https://n.example/3', title: 'No guid', at: null }),
    ]);
  });

  it('reads Atom and JSON Feed', () => {
    expect(changesOfFeed(ATOM)).toEqual([
      expect.objectContaining({ id: 'tag:r,1', title: 'v2 out', text: 'One.\nTwo.', url: 'https://r.example/1' }),
    ]);
    const json = {
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: 7, content_text: 'First line\nmore', url: 'javascript:alert(1)' }],
    };
    expect(changesOfFeed(JSON.stringify(json))).toEqual([
      expect.objectContaining({ id: '7', title: 'First line', text: 'First line\nmore', url: null, at: null }),
    ]);
  });

  it.each(['', '<html><body>Not found</body></html>', '{"items":[]}', '{"a":'.repeat(100)])(
    'says what is no feed',
    (text) => {
      expect(() => changesOfFeed(text)).toThrow(/no feed|no JSON Feed|JSON/);
    },
  );

  it('reads a changelog: a change a kind, announced and yanked told apart', () => {
    const file = `# Changelog\n\n## [Unreleased]\n### Added\n- Dark mode\n\n## [1.2.0] - 2026-11-04\nWords.\n### Changed\n- The limit is 2,000 rows\n### Fixed\n- A\n- B\n\n## [1.1.0] - 2026-10-01 [YANKED]\n### Added\n- Ghosts\n`;
    expect(
      changesOfChangelog(file).map(({ id, title, kind, isReleased, isWithdrawn, at }) => [
        id,
        title,
        kind,
        isReleased,
        isWithdrawn,
        at,
      ]),
    ).toEqual([
      ['Unreleased/added', 'Dark mode', 'added', false, false, null],
      ['1.2.0', '1.2.0', null, true, false, Date.parse('2026-11-04')],
      ['1.2.0/changed', 'The limit is 2,000 rows', 'changed', true, false, Date.parse('2026-11-04')],
      ['1.2.0/fixed', '1.2.0', 'fixed', true, false, Date.parse('2026-11-04')],
      ['1.1.0/added', 'Ghosts', 'added', true, true, Date.parse('2026-10-01')],
    ]);
    expect(() => changesOfChangelog('# Nothing here')).toThrow('this is no changelog');
  });

  it('reads releases of GitHub: drafts and pre-releases are announced only', () => {
    const release = { id: 1, tag_name: 'v1', body: 'Text', published_at: '2026-11-04T09:00:00Z' };
    const all = changesOfReleases(JSON.stringify([release, { ...release, id: 2, name: 'Beta', prerelease: true }]));
    expect(all.map(({ id, title, isReleased }) => [id, title, isReleased])).toEqual([
      ['1', 'v1', true],
      ['2', 'Beta', false],
    ]);
    expect(() => changesOfReleases('{"message":"Not Found"}')).toThrow('no list of releases');
  });

  it('reads incidents of a status page as told, never as a change of an article', () => {
    const summary = {
      page: { id: 'p' },
      incidents: [
        { id: 'i', name: 'Login fails', status: 'investigating', incident_updates: [{ id: 'u', body: 'We look.' }] },
      ],
    };
    expect(changesOfStatus(JSON.stringify(summary))).toEqual([
      expect.objectContaining({ id: 'i', title: 'Login fails (investigating)', text: 'We look.', isReleased: false }),
    ]);
  });
});
