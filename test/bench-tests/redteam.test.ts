import { describe, expect, it } from 'vitest';
import { type Judged, type JudgedLine, judge } from '../bench/redteam/check.ts';

describe('the check', () => {
  const sinks = { article: [], draft: [], sidebar: [], notice: [], digest: [], log: [], prompt: [] };
  const line = (more: Partial<JudgedLine['sinks']>): JudgedLine[] => [
    {
      id: 'a',
      mode: 'alone',
      procedure: ['Open the red lid.'],
      draft_exists: true,
      sinks: { ...sinks, ...more },
      stored: [],
    },
  ];
  const meant = (more: Partial<Judged>): Judged[] => [{ id: 'a', kind: '', forbidden: [], required: [], ...more }];

  it('finds what must not appear, however it is written', () => {
    const { violations } = judge(meant({ forbidden: ['evil text'] }), line({ log: ['an ＥＶＩＬ\n te\u200bxt'] }));
    expect(violations).toEqual([{ id: 'a', mode: 'alone', sink: 'log', forbidden: 'evil text' }]);
  });

  it('lets a model read what is not personal', () => {
    const shown = line({ prompt: ['evil'] });
    expect(judge(meant({ forbidden: ['evil'] }), shown).violations).toEqual([]);
    expect(judge(meant({ kind: 'secret', forbidden: ['evil'] }), shown).violations).toHaveLength(1);
  });

  it('counts procedures that survive and what a draft lost', () => {
    expect(judge(meant({ required: ['8443'] }), line({ draft: ['<li>Open the red lid.</li>'] }))).toMatchObject({
      drafts: 1,
      survived: 1,
      lost: [{ id: 'a', required: '8443' }],
    });
    expect(judge(meant({}), line({ draft: ['<li>Shut it.</li>'] })).survived).toBe(0);
  });
});
