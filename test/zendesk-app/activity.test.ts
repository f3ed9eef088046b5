import { describe, expect, it } from 'vitest';
import type { ActivityEntry } from '../../shared/console/knowledge.ts';
import { asWritten } from '../../shared/said/said.ts';
import { DAY_MS } from '../../shared/time.ts';
import { grouped, topicOf } from '../../zendesk-app/console/activity/grouped.ts';

let made = 0;
function anEntry(what: string, more: Partial<ActivityEntry> = {}): ActivityEntry {
  made += 1;
  const reason = asWritten('because');
  return {
    id: made,
    at: made,
    actor: 'mend',
    what,
    reason,
    said: null,
    subject: 's',
    title: 'T',
    fixId: 'f',
    undo: null,
    ...more,
  };
}

describe('the activity as a person reads it', () => {
  it('has one line for the steps of a proposal, its last one leading', () => {
    const entries = [anEntry('review'), anEntry('scored'), anEntry('rehearsed'), anEntry('drafted')];
    expect(grouped(entries).map(({ entry, steps }) => [entry.what, steps.map(({ what }) => what)])).toEqual([
      ['review', ['scored', 'rehearsed', 'drafted']],
    ]);
  });

  it('keeps what a person did, another proposal and another day lines of their own', () => {
    const entries = [
      anEntry('approved', { actor: 'Ada (7)', at: 9 * DAY_MS }),
      anEntry('review', { at: 9 * DAY_MS }),
      anEntry('drafted', { fixId: 'g', at: 9 * DAY_MS }),
      anEntry('drafted', { at: 1 * DAY_MS }),
    ];
    expect(grouped(entries).length).toBe(4);
  });

  it('knows what each tells of', () => {
    expect(
      ['approved', 'verified', 'scored', 'article flagged', 'policy changed', 'sealed'].map((what) =>
        topicOf({ what }),
      ),
    ).toEqual(['decisions', 'publications', 'drafts', 'said', 'settings', null]);
  });
});
