import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIGURE_IDS, type FigureId } from '../../../shared/measure/figure.ts';
import { COUNTED, formulaText } from '../../../worker/core/measure/figures.ts';
import { freshFigure, freshUsedFigure, TRACED } from '../../../worker/core/measure/work.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DOC = readFileSync(join(ROOT, 'docs/figures.md'), 'utf8');
const WORDS: Record<string, string> = JSON.parse(readFileSync(join(ROOT, 'zendesk-app/console/words/en.json'), 'utf8'));

function rowOf(id: FigureId): string {
  const counted = COUNTED[id];
  const traced = TRACED[id];
  const { formula, source, unit } = counted
    ? { formula: formulaText(counted.formula), source: counted.source, unit: counted.unit }
    : traced
      ? { formula: `${traced.kind} of ${id}`, source: traced.source, unit: traced.unit }
      : (id === 'fresh_used' ? freshUsedFigure : freshFigure)([], 0);
  return `| \`${id}\` | ${WORDS[`figure.${id}`]} | ${WORDS[`figure.${id}.is`]} | ${formula} | ${unit} | ${source} |`;
}

describe('docs/figures.md', () => {
  it.each(FIGURE_IDS)('defines %s as the page and the code do', (id) => {
    expect(DOC).toContain(rowOf(id));
  });

  it('explains every count that a formula names', () => {
    for (const { formula } of Object.values(COUNTED)) {
      const names =
        formula.kind === 'share'
          ? [formula.part, formula.whole]
          : formula.kind === 'mean'
            ? [formula.sum, formula.whole]
            : [formula.of];
      for (const name of names) expect(DOC).toContain(`| \`${name}\` |`);
    }
  });
});
