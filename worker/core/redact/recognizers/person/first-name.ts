import { isFamiliar } from '../../lexicon/familiar.ts';
import { isFirstName, PARTICLE } from '../../name.ts';
import type { Reading, Recognizer } from '../../recognizer.ts';
import type { Span } from '../../span.ts';
import { FIRST_NAMES, NO_NAMES } from '../../words.ts';

const PLACE_BEFORE =
  /^(?:San|Santa|Sao|St|Saint|Sankt|Fort|Mount|Port|Lake|Cape|North|South|East|West|New|El|Los|Las)$/;
/** What stands around a product, a label or a step that happens to be called like somebody. */
const THING_BEFORE =
  /(?:[>→›»|"'“«[`#@/\\]\s{0,2}|(?<!\p{L})(?:the|an|a|this|that|every|each|no|any|some|click|press|tap|select|choose|pick|open|use|uses|using|via|enable|disable|toggle|install|run|running|launch|start|mode|version|like)\s)$/iu;
const THING_AFTER =
  /^(?:\s{0,2}[>→›»|"”`\]/\\]|\s(?:tab|menu|button|page|screen|field|setting|settings|option|options|panel|view|list|section|plan|plugin|app|application|integration|module|feature|mode|server|client|api|sdk|cli|edition|template|theme|report|folder|font|model)(?!\p{L})|\s?\d)/iu;
const MIN_RARE_LETTERS = 4;

/** First names that are nothing else, with the words with capitals behind them. */
export const firstName: Recognizer = {
  name: 'first_name',
  kind: 'name',
  countries: [],
  covers: 'first names of some seventy languages and regions, with the family name behind them',
  find(reading) {
    const { tokens, cues } = reading;
    const steps = new Set(cues.of('steps').map((cue) => cue.end));
    const spans: Span[] = [];
    tokens.forEach((token, at) => {
      if (!isFirstName(token.lower)) return;
      if (!/^\p{Lu}/u.test(token.text)) {
        if (isSmall(reading, at)) spans.push({ start: token.start, end: token.end, kind: 'name' });
        return;
      }
      if (PLACE_BEFORE.test(tokens[at - 1]?.text ?? '') || NO_NAMES.has(token.lower)) return;
      const end = familyEnd(reading, at);
      if (isThing(reading.text, token.start, end)) return;
      if (!FIRST_NAMES.has(token.lower) && !isPerson(reading, at, end, steps)) return;
      spans.push({ start: token.start, end, kind: 'name' });
    });
    return spans;
  },
};

/** Languages of which no inflected word is one of the world's names: there a name in small letters is no other word. */
const WITHOUT_NAMES: ReadonlySet<string> = new Set(['en', 'de', 'fr']);
const MIN_SMALL_LETTERS = 5;
/** What a name in a sentence stands between: blanks, commas, a sentence's end. */
const SMALL_BEFORE = /(?:^|[\s,;(])$/;
const SMALL_AFTER = /^(?:[\s,;)!?]|\.(?:\s|$)|'s(?!\p{L})|$)/u;

/** A first name in small letters, within a sentence: no identifier, path or label. */
function isSmall({ text, tokens, cues }: Reading, at: number): boolean {
  const token = tokens[at]!;
  if (token.text.length < MIN_SMALL_LETTERS || !/^[a-z]+$/.test(token.text)) return false;
  if (cues.spoken.size === 0 || [...cues.spoken].some((code) => !WITHOUT_NAMES.has(code)) || cues.isStop(token.lower))
    return false;
  if (isFamiliar(token.lower) || NO_NAMES.has(token.lower)) return false;
  return (
    SMALL_BEFORE.test(text.slice(Math.max(0, token.start - 1), token.start)) &&
    SMALL_AFTER.test(text.slice(token.end, token.end + 3)) &&
    !THING_BEFORE.test(text.slice(Math.max(0, token.start - 24), token.start)) &&
    !THING_AFTER.test(text.slice(token.end, token.end + 16))
  );
}

/** "the Sofia template": an article and a thing take a name between them. */
const isThing = (text: string, start: number, end: number): boolean =>
  /(?<!\p{L})(?:the|a|an|this|that|each|every|our|your)\s$/iu.test(text.slice(Math.max(0, start - 8), start)) &&
  THING_AFTER.test(text.slice(end, end + 16));

/** A rare first name counts where no product or label is spoken of; outside of English only with a family name, within a sentence or before a verb of people. */
function isPerson({ text, tokens, cues }: Reading, at: number, end: number, steps: ReadonlySet<number>): boolean {
  const token = tokens[at]!;
  if (cues.isStop(token.lower) || token.text.length < MIN_RARE_LETTERS || token.text === token.text.toUpperCase())
    return false;
  const before = text.slice(Math.max(0, token.start - 24), token.start);
  const lead = /["'“„« ]*$/.exec(before)![0].length;
  if (steps.has(token.start - lead) || THING_BEFORE.test(before) || THING_AFTER.test(text.slice(end, end + 16)))
    return false;
  if (cues.isEnglish || end > token.end) return true;
  const previous = tokens[at - 1];
  const isWithin =
    previous !== undefined &&
    /^\p{Ll}/u.test(previous.text) &&
    /^,? $/.test(text.slice(previous.end, token.start)) &&
    !/^ \p{Lu}/u.test(text.slice(end, end + 2));
  return isWithin || cues.of('says').some((says) => says.start === end + 1);
}

function familyEnd({ text, tokens }: Reading, at: number): number {
  const token = tokens[at]!;
  let last = token;
  for (let next = at + 1; next < at + 4 && next < tokens.length; next++) {
    const follower = tokens[next]!;
    const between = text.slice(last.end, follower.start);
    const isInitial = follower.text.length === 1 && text[follower.end] === '.';
    if (
      between === ' ' &&
      (PARTICLE.test(follower.text) || /^[dl]$/i.test(follower.text)) &&
      /^[ '’-]\p{Lu}/u.test(text.slice(follower.end, follower.end + 2))
    ) {
      last = follower;
      continue;
    }
    if (!/^(?: |\. |-|'|)$/.test(between) || !/^\p{Lu}/u.test(follower.text) || NO_NAMES.has(follower.lower)) break;
    const isShouted = follower.text.length > 1 && follower.text === follower.text.toUpperCase();
    if (isShouted && token.text !== token.text.toUpperCase()) break;
    last = isInitial ? { ...follower, end: follower.end + 1 } : follower;
  }
  return last.end;
}
