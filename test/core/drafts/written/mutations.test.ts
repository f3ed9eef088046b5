import { describe, expect, it } from 'vitest';
import { writtenDraft } from '../../../../worker/core/drafts/written/written.ts';
import { statementsOf } from '../../../../worker/core/grounding/statements.ts';
import { blocksOf } from '../../../../worker/core/html/blocks.ts';
import { plainText } from '../../../../worker/core/html/plain.ts';
import { type ArticleAnswer, goodArticle } from '../../../sandbox/models/good.ts';
import { FORBIDDEN } from '../../../sandbox/models/hostile-texts.ts';
import type { DraftData } from '../../../sandbox/models/prompt.ts';
import { seededRandom } from '../../../sandbox/models/random.ts';
import { sloppyArticle } from '../../../sandbox/models/sloppy.ts';
import { SAMPLES, type Sample } from './articles.ts';
import { faultsIn } from './mutations.ts';

/** Tries of each kind of fault on each article. */
const TRIES = 6;

const statementsIn = ({ fix }: Sample) => statementsOf(fix.bodyHtml, null, fix.evidence);

function goodOf(sample: Sample): ArticleAnswer {
  const statements = statementsIn(sample).map(({ text, list, support }, index) => ({
    index,
    text,
    list,
    quotes: support,
  }));
  const data: DraftData = { kind: sample.fix.kind, title: sample.fix.title, statements, quotes: [] };
  const good = goodArticle(data);
  if (sample.language === 'en') return good;
  return { ...good, sections: good.sections.map((section) => ({ ...section, heading: null })) };
}

/** What stands in a draft of a sample that no proof bears, by comparing with the good article and the builtin draft alone. */
function unprovedIn(sample: Sample, good: ArticleAnswer, bodyHtml: string): string[] {
  const statements = statementsIn(sample).map(({ text }) => text);
  const written = good.sections.flatMap(({ sentences }) => sentences);
  const known = new Map([
    ...statements.map((text, at) => [text, [at]] as [string, number[]]),
    ...written.map(({ text, says }) => [text, says] as [string, number[]]),
  ]);
  const lines = blocksOf(bodyHtml)
    .filter(({ tag }) => !/^h\d$/.test(tag))
    .map(({ text }) => text);
  const foreign = lines.filter((line) => !known.has(line));
  const said = lines.flatMap((line) => known.get(line) ?? []);
  const unsaid = statements.filter((_, at) => !said.includes(at));
  const twice = statements.filter((_, at) => said.filter((one) => one === at).length > 1);
  const steps = [...bodyHtml.matchAll(/<ol>.*?<\/ol>/gs)].map(([list]) =>
    blocksOf(list).map(({ text }) => known.get(text)?.[0] ?? -1),
  );
  const builtin = [...sample.fix.bodyHtml.matchAll(/<ol>.*?<\/ol>/gs)].map(([list]) =>
    blocksOf(list).map(({ text }) => known.get(text)?.[0] ?? -1),
  );
  const disordered =
    JSON.stringify(steps.toSorted()) === JSON.stringify(builtin.toSorted())
      ? []
      : ['the steps are others or in another order'];
  return [
    ...foreign,
    ...unsaid.map((text) => `left out: ${text}`),
    ...twice.map((text) => `twice: ${text}`),
    ...disordered,
  ];
}

describe('a good article', () => {
  it.each(SAMPLES.map((sample) => [sample.fix.title, sample] as const))('stands whole: %s', (_, sample) => {
    const good = goodOf(sample);
    const { fix, isWritten, covered, of, cut } = writtenDraft(sample.fix, good, {
      language: sample.language,
      base: null,
    });
    expect([isWritten, covered, cut]).toEqual([true, of, []]);
    expect(unprovedIn(sample, good, fix.bodyHtml)).toEqual([]);
  });

  it('joins sentences, or the mutations would try nothing of it', () => {
    const said = SAMPLES.flatMap((sample) => goodOf(sample).sections.flatMap(({ sentences }) => sentences));
    expect(said.filter(({ says }) => says.length > 1).length).toBeGreaterThan(0);
  });
});

describe('a good article with one fault', () => {
  const counts = new Map<string, { tried: number; written: number }>();
  const kinds = Object.keys(faultsIn('en'));

  it.each(kinds)('brings nothing unproved into the draft: %s', (kind) => {
    const count = { tried: 0, written: 0 };
    counts.set(kind, count);
    for (const [number, sample] of SAMPLES.entries()) {
      const good = goodOf(sample);
      const seen = new Set([JSON.stringify(good)]);
      const random = seededRandom(kinds.indexOf(kind) * 100 + number);
      const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
      for (let run = 0; run < TRIES; run++) {
        const mutant = faultsIn(sample.language)[kind]!(good, pick);
        const key = JSON.stringify(mutant?.answer);
        if (!mutant || seen.has(key)) continue;
        seen.add(key);
        const { fix, isWritten } = writtenDraft(sample.fix, mutant.answer, { language: sample.language, base: null });
        count.tried++;
        if (isWritten) count.written++;
        const shown = `${fix.title}\n${plainText(fix.bodyHtml)}`;
        expect(unprovedIn(sample, good, fix.bodyHtml)).toEqual([]);
        expect(shown.split('\n')).not.toContain(mutant.never);
        for (const words of FORBIDDEN) expect(shown).not.toContain(words);
      }
    }
    expect(count.tried).toBeGreaterThan(0);
  });

  it('was tried 300 times and more, most of them with the rest of the article standing', () => {
    const all = [...counts.values()];
    const tried = all.reduce((sum, one) => sum + one.tried, 0);
    const written = all.reduce((sum, one) => sum + one.written, 0);
    if (process.env.SHOW_MUTATIONS)
      for (const [kind, one] of counts) console.log(`${kind}\t${one.tried}\t${one.written}`);
    expect(tried).toBeGreaterThanOrEqual(300);
    expect(written / tried).toBeGreaterThan(0.5);
  });
});

describe('the article of a sloppy writer', () => {
  it('is proved or builtin, sentence by sentence', () => {
    let slipped = 0;
    for (const [number, sample] of SAMPLES.entries())
      for (let run = 0; run < 10; run++) {
        const good = goodOf(sample);
        const sloppy = sloppyArticle(good, seededRandom(number * 10 + run));
        if (JSON.stringify(sloppy) !== JSON.stringify(good)) slipped++;
        const { fix } = writtenDraft(sample.fix, sloppy, { language: sample.language, base: null });
        expect(unprovedIn(sample, good, fix.bodyHtml)).toEqual([]);
      }
    expect(slipped).toBeGreaterThan(50);
  });
});
