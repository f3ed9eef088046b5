import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayArguments } from '../bench/replay/arguments.ts';
import { differences } from '../bench/replay/compare.ts';
import { type ReplayResult, replay } from '../bench/replay/run.ts';
import { TICKETS, writeDataset } from './harness/dataset.ts';

describe('sixty tickets through Intercom', () => {
  let folder = '';
  let zendesk: ReplayResult;
  let intercom: ReplayResult;
  beforeAll(async () => {
    folder = await writeDataset();
    zendesk = await run('zendesk');
    intercom = await run('intercom');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = (helpdesk: string): Promise<ReplayResult> => {
    const out = join(folder, helpdesk);
    const argv = ['--data', folder, '--scenario', 'all', '--out', out, '--helpdesk', helpdesk];
    return replay(replayArguments(argv), () => undefined);
  };

  it('are all observed, and something is found and drafted', () => {
    expect(intercom.summary).toMatchObject({ tickets: TICKETS, observed: TICKETS, lost: 0 });
    const kinds = new Set(intercom.lines.map((line) => line.kind));
    expect([...kinds].sort()).toEqual(['draft', 'gap', 'observation']);
  });

  it('give the findings that they give through Zendesk', () => {
    expect(differences(zendesk.lines.map(told), intercom.lines.map(told))).toEqual([]);
  });

  it('are covered as surely as through Zendesk', () => {
    const through = ({ lines }: ReplayResult) =>
      new Map(
        lines.filter(({ kind }) => kind === 'observation').map((line) => [line.ticket_id, Number(line.coverage)]),
      );
    const known = through(zendesk);
    const apart = [...through(intercom)].map(([id, coverage]) => Math.abs(coverage - (known.get(id) ?? Number.NaN)));
    expect(Math.max(...apart)).toBeLessThan(SLIGHT);
  });

  it('ask nothing of either helpdesk that its API description would not allow', () => {
    const isChecked = process.env.OPENAPI_DIR !== undefined;
    const notice = isChecked ? [] : [expect.stringContaining('OPENAPI_DIR')];
    expect([zendesk.violations, intercom.violations]).toEqual([notice, notice]);
  });
});

/** By how much coverage may differ: Zendesk keeps a mail as HTML, where no blank line parts the words from the signature. */
const SLIGHT = 0.01;

/**
 * A line as far as it must be the same: coverage is compared beside it, the articles after the first are a set, and the whole
 * article stands in a draft in the markup of its helpdesk.
 */
function told({ coverage: _, ...line }: ReplayResult['lines'][number]): ReplayResult['lines'][number] {
  if (line.kind === 'observation') {
    const [first, ...others] = [line.suggested_article_ids].flat();
    return { ...line, suggested_article_ids: [first, ...others.sort()] };
  }
  if (line.kind !== 'draft') return line;
  const shown = String(line.body_html)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
  return { ...line, body_html: shown.trim() };
}
