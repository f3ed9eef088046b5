import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { storageContract } from '../contracts/storage.ts';
import { createD1Stores } from './stage/stores.ts';

/** Statements as the stores send them, while every contract is played. */
const sent = new Set<string>();
const prepare = env.DB.prepare.bind(env.DB);
env.DB.prepare = (query: string) => {
  sent.add(query);
  return prepare(query);
};

describe('every statement of the stores', () => {
  storageContract((options) => createD1Stores(options));

  it('finds its rows by an index, and sorts no more than a page; or here is why not', async () => {
    const dear: string[] = [];
    const used = new Set<string>();
    for (const query of [...sent].filter((one) => /^\s*(select|with|update|delete|insert)/i.test(one))) {
      const found = (await planOf(query)).filter((step) => isDear(step, query));
      if (found.length === 0) continue;
      const plain = query.replaceAll('"', '').replace(/\s+/g, ' ').trim();
      const why = ALLOWED.find(([what]) => what.test(plain));
      if (why) used.add(String(why[0]));
      else dear.push(`${found.join('; ')}\n  ${plain.slice(0, 600)}`);
    }
    expect(dear).toEqual([]);
    expect(ALLOWED.map(([what]) => String(what)).filter((what) => !used.has(what))).toEqual([]);
    expect(sent.size).toBeGreaterThan(200);
  });
});

async function planOf(query: string): Promise<string[]> {
  const nulls = Array.from({ length: query.match(/\?/g)?.length ?? 0 }, () => null);
  const { results } = await prepare(`EXPLAIN QUERY PLAN ${query}`)
    .bind(...nulls)
    .all<{ detail: string }>();
  return results.map(({ detail }) => detail);
}

/**
 * A step that grows with the tenant: a table or index read from end to end, a search by the tenant alone, a sort of all that was
 * found. In order of an index and with a limit it is a page; ties of an index's order are few; `false` reads nothing.
 */
function isDear(step: string, query: string): boolean {
  const isPage = /\blimit \?/i.test(query) && !/TEMP B-TREE FOR (?!LAST)/.test(step);
  if (/\band false\b/i.test(query) || /FOR LAST/.test(step)) return false;
  if (/^SEARCH .*\(tenant=\?\)$/.test(step)) return !isPage;
  if (/TEMP B-TREE/.test(step)) return true;
  return /^SCAN (?!\(|json_each|.*VIRTUAL TABLE|CONSTANT ROW|\d+-ROW|[a-z] VIRTUAL)/.test(step) && !isPage;
}

/** Which statements may read or sort more, and why. One that none sends any more is a fault of this list. */
const ALLOWED: readonly [what: RegExp, why: string][] = [
  [/FROM sqlite_master/, 'The schema itself: a row a table.'],
  [/^DELETE FROM secrets WHERE tenant = \?$/, 'A tenant has a handful of secrets.'],
  [/^delete from leases/, 'One row a tenant.'],
  [/from gaps where gaps\.tenant = \?$/, 'All gaps are asked for: as many as findings, hundreds in a year.'],
  [/from publications where publications\.tenant = \?$/, 'All publications are asked for: hundreds in a year.'],
  [/from fixes left join gaps/, 'All decided fixes are asked for, in order of time: hundreds in a year.'],
  [/from articles where articles\.tenant = \?/, 'All articles are asked for: at most some thousands.'],
  [/FROM articles_fts/, 'All that match are ranked before the best are taken: FTS5 keeps no order of scores.'],
  [/FROM inbox INDEXED BY inbox_due WHERE tenant/, 'Counts what waits: the partial index holds nothing else.'],
  [
    /^INSERT OR IGNORE INTO inbox .* FROM tenants AS t/,
    'A tick asks something of every active tenant, whose due rows the partial index holds.',
  ],
  [
    /^(UPDATE|DELETE FROM) learning_log/,
    'Once a day, or for an erasure: an index would be paid for with every observation.',
  ],
  [
    /^select distinct language from learning_log/,
    'For an erasure, and once an hour: an index would be paid for with every observation.',
  ],
  [/from fixes where \(fixes\.tenant = \? and EXISTS/, 'An erasure looks into the quotes of every fix: hundreds.'],
  [
    /^delete from (model_answers|model_failures|automatic_acts|change_notes|outbox)/,
    'Once a day, for an erasure or by a press: what has a limit of its own in time.',
  ],
  [/from outbox where/, 'Notices of ninety days at most.'],
  [/from automatic_acts where/, 'Acts without a person: few until they are earned, and shown a page at a time.'],
  [
    /INSERT INTO measure_due .* SELECT DISTINCT/,
    'Each quarter of an hour is marked once, of the endings that one change touches; all of them where the time zone changed.',
  ],
  [/^DELETE FROM (day_counts|issue_weeks) WHERE tenant = \?$/, 'The time zone changed: all is counted anew.'],
  [
    /FROM endings INDEXED BY endings_opened/,
    'A week, a season or a pilot is counted: every ending in it is read once.',
  ],
  [/FROM departures WHERE tenant = \?$/, 'Counts a list that an admin gave.'],
  [/from questions where/, 'Questions on one fix, or to one agent: a handful.'],
  [/from dead_letters where/, 'What failed for good: people look at all of it.'],
  [/from article_versions where .* order by article_versions\.at asc, rowid/, 'Versions of one article.'],
  [/(FROM|from) macros (WHERE|where)/, 'Macros that every agent shares: hundreds, each scored or compared.'],
  [/from activity_seals where/, 'The whole chain is verified: a seal an hour at most.'],
  [/from (gap_assignments|snoozes|saved_views) where/, 'What a team keeps: tens of rows.'],
  [/from pilots where/, 'Some a year.'],
  [/from tracked_issues where/, 'Bug reports in a tracker: tens.'],
  [/from sessions where/, 'Sessions of a month: they leave with work long done.'],
];
