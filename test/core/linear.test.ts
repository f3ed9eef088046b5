import { beforeAll, describe, expect, it } from 'vitest';
import { leastCpuMs } from './adversarial.ts';
import { type TextTaker, textTakers } from './text-takers.ts';

const CHARS = 65_536;
/**
 * CPU of one call for each place that holds 64 KB. Most take under 100; taking out personal data takes 100 to 300 on text that is
 * nothing but amounts, since each of its tokens may begin some number.
 */
const MAX_MS = 600;
/** What takes less at a quarter of the length stays below the limit also where its time grows with the square. */
const SCREENED_MS = MAX_MS / 16;
/** Growth from half the length to all of it: 2 is linear, 4 quadratic. From a quarter on 4 is linear and 16 quadratic. */
const MAX_GROWTH = 3;
const SURE_GROWTH = 5;

const filled = (piece: string): string => piece.repeat(Math.ceil(CHARS / piece.length)).slice(0, CHARS);
/** Words of no language, so that no table knows them and hardly two are the same. */
const words = Array.from({ length: CHARS / 6 }, (_, i) => (i * 7_919 + 104_729).toString(26).replace(/\d/g, 'o'));

/** Kinds of text that make a search begin everywhere, go on for long, and fail, or that make a parser nest. */
const KINDS: Readonly<Record<string, string>> = {
  'one line of words': words.join(' ').slice(0, CHARS),
  'sentences over and over': filled('If you open the page, Ada Byron can not see "5 GB". '),
  'nested elements': filled('<div>'),
};
/** Tried with TEXTS_FULL=1 alone: more of the same. */
const MORE_KINDS: Readonly<Record<string, string>> = {
  amounts: filled('1. 5 € '),
  'signs of Chinese': filled('東'),
  punctuation: filled('.'),
  newlines: filled('\n'),
  'one token': filled('a'),
  'unclosed items': filled('<li>a'),
  labels: filled('a: b\n'),
  dashes: filled('-'),
  capitals: filled('Aa '),
  'lines of words': words.join('\n').slice(0, CHARS),
  'steps through menus': filled('Go to Settings > Billing and select "Save". '),
  spaces: filled(' '),
  digits: filled('1'),
  quotes: filled('"a" '),
  marks: filled('!?'),
  addresses: filled('a@b.c '),
  paths: filled('a/'),
  paragraphs: filled('<p>Open it. It costs 5 €.</p>'),
  'bold words': filled('<b>a</b> '),
  'beginnings of tags': filled('<'),
};
const TRIED = process.env.TEXTS_FULL === '1' ? { ...KINDS, ...MORE_KINDS } : KINDS;

const timed = (call: TextTaker['call'], text: string, enoughMs: number, tries: number): number =>
  leastCpuMs(() => attempted(call, text), enoughMs, tries);

/** Data of the right form may still be no address or time: to refuse it is an answer. */
function attempted(call: TextTaker['call'], text: string): void {
  try {
    call(text);
  } catch {}
}

/** What is wrong with a call on 64 KB, or null. Twice the length is tried where the quarter leaves it in doubt. */
function slowness({ call, places }: TextTaker, text: string): string | null {
  const quarter = timed(call, text.slice(0, CHARS / 4), SCREENED_MS, 2);
  if (quarter <= SCREENED_MS) return null;
  if (quarter > MAX_MS * places) return `${quarter.toFixed(0)} ms at a quarter of the length`;
  const whole = timed(call, text, Math.min(MAX_MS * places, SURE_GROWTH * quarter), 3);
  if (whole > MAX_MS * places) return `${whole.toFixed(0)} ms`;
  if (whole <= SURE_GROWTH * quarter) return null;
  const half = timed(call, text.slice(0, CHARS / 2), 0, 3);
  return whole > MAX_GROWTH * half ? `${half.toFixed(0)} ms, and ${whole.toFixed(0)} at twice the length` : null;
}

describe('every function of the core that takes a text', () => {
  let found: { takers: TextTaker[]; unmade: string[] } = { takers: [], unmade: [] };
  beforeAll(async () => {
    found = await textTakers();
  });

  it('is collected from the source', () => {
    expect(found.takers.length).toBeGreaterThan(600);
    expect(found.unmade.length).toBeLessThan(found.takers.length / 30);
  });

  it.each(Object.entries(TRIED))(
    'works through 64 KB in time that grows with the text alone: %s',
    { timeout: 120_000 },
    (_, text) => {
      const slow = found.takers.flatMap((taker) => {
        const why = slowness(taker, text);
        return why === null ? [] : [`${taker.where}: ${why}`];
      });
      expect(slow).toEqual([]);
    },
  );
});
