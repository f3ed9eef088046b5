import type { Reading, Recognizer } from '../../recognizer.ts';
import { MIN_DIGITS } from '../../runs.ts';
import type { Span } from '../../span.ts';

const DIGIT_WORDS: ReadonlySet<string> = new Set(
  (
    'zero oh o one two three four five six seven eight nine ten eleven twelve double triple null eins zwei zwo drei vier funf funf sechs sieben acht neun ' +
    'cero uno dos tres cuatro cinco seis siete ocho nueve zero un deux trois quatre cinq sept huit neuf ' +
    'um dois tres tres quatro sete oito nove plus dash hyphen ' +
    'thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety ' +
    'dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante et ' +
    'diez once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa ' +
    'zehn elf zwolf zwanzig dreissig dreißig vierzig funfzig sechzig siebzig achtzig neunzig ' +
    'due tre quattro cinque sei sette otto dieci venti trenta quaranta cinquanta sessanta settanta ottanta novanta'
  ).split(' '),
);

/** Words of digits from which a run is a number that somebody says. */
const MIN_WORDS = 3;

/** Numbers said in words or half in words ("five five five 0 1 2 3"): at least seven digits in a row. */
function spokenNumberSpans({ text, tokens }: Reading): Span[] {
  if (tokens.filter(({ lower }) => DIGIT_WORDS.has(lower)).length < MIN_WORDS) return [];
  const spans: Span[] = [];
  let run: { start: number; end: number; digits: number; words: number } | null = null;
  const flush = () => {
    if (run && run.digits >= MIN_DIGITS && run.words >= MIN_WORDS)
      spans.push({ start: run.start, end: run.end, kind: 'phone' });
    run = null;
  };
  for (const match of text.matchAll(/\p{L}{1,12}|\d{1,12}|[^\p{L}\d\s,.\-()/+_*]{1,64}/gu)) {
    const token = match[0].toLowerCase();
    const isNumber = /^\d+$/.test(token);
    if (!isNumber && !DIGIT_WORDS.has(token)) {
      flush();
      continue;
    }
    if (run && match.index - run.end > 4) flush();
    const digits = isNumber ? token.length : 1;
    run ??= { start: match.index, end: match.index, digits: 0, words: 0 };
    run.end = match.index + match[0].length;
    run.digits += digits;
    run.words += isNumber ? 0 : 1;
  }
  flush();
  return spans;
}

export const spokenNumber: Recognizer = {
  name: 'spoken_number',
  kind: 'phone',
  countries: [],
  covers: 'numbers said in words, or half in words',
  find: spokenNumberSpans,
};
