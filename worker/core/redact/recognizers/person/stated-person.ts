import { isFamiliar } from '../../lexicon/familiar.ts';
import { isFirstName } from '../../name.ts';
import type { Reading, Recognizer } from '../../recognizer.ts';
import { fold, foldText } from '../../shadow.ts';
import type { Kind, Span } from '../../span.ts';
import { type Token, tokensOf } from '../../tokens.ts';
import { WORDLIKE_NAMES } from '../../words.ts';

const MIN_PART_LETTERS = 3;
const NO_SPACES = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\u30fc・]+$/u;
const LEGAL_FORM =
  /(?<![\s,])[\s,]{1,4}(?:inc|llc|ltd|limited|gmbh|ag|kg|se|corp|corporation|co|company|plc|sa|sas|sarl|srl|spa|bv|nv|oy|ab|as|pty|kk|group|holding)\.?$/i;

/**
 * How a stated name has to stand to be cut: as it is (`anywhere`), with its capitals and behind no step (`written`), or
 * beside a sign of a person (`signed`).
 */
type Standing = 'anywhere' | 'written' | 'signed';

interface Lookup {
  kind: Kind;
  /** Token sequences by their first token. */
  byFirst: Map<string, { tokens: string[]; needs: Standing }[]>;
  signs: string[];
}

/**
 * Every occurrence of the names that the helpdesk states: whole, in part (three letters or more), with a possessive, in
 * any case and with any accents. Names made of everyday words ("Export Manager", "Team") are cut as a whole where they
 * have their capitals, and in part only beside a sign of a person.
 */
export const statedPerson: Recognizer = {
  name: 'stated_person',
  kind: 'name',
  countries: [],
  covers: 'people and organizations that the helpdesk states, in whole and in part',
  find(reading) {
    const { known } = reading;
    const locals = known.emails
      .map((email) => email.split('@')[0] ?? '')
      .filter((local) => /^[\p{L}\p{N}._-]{5,64}$/u.test(local) && /[\d._-]/.test(local));
    return [
      ...occurrences(reading, lookupOf('name', [...known.names, ...locals], true)),
      ...occurrences(reading, lookupOf('organization', known.organizations ?? [], false)),
    ];
  },
};

const isEveryday = (word: string): boolean =>
  WORDLIKE_NAMES.has(word) || /^\d+$/.test(word) || (isFamiliar(word) && !isFirstName(word));

/** A stated name is read this far: what is longer is a text in a name's field. Own choice. */
const MAX_NAME_CHARS = 200;

function lookupOf(kind: Kind, names: readonly string[], hasParts: boolean): Lookup {
  const lookup: Lookup = { kind, byFirst: new Map(), signs: [] };
  const seen = new Set<string>();
  const add = (tokens: string[], needs: Standing) => {
    const name = tokens.join(' ');
    if (tokens.length === 0 || seen.has(name)) return;
    seen.add(name);
    const list = lookup.byFirst.get(tokens[0]!) ?? [];
    list.push({ tokens, needs });
    lookup.byFirst.set(tokens[0]!, list);
  };
  for (const name of names) {
    const folded = [...foldText(name.trim().slice(0, MAX_NAME_CHARS))].map(fold).join('').toLowerCase();
    const variants = hasParts ? [folded] : [folded, folded.replace(LEGAL_FORM, '')];
    for (const variant of variants) {
      const tokens = tokensOf(variant).map((token) => token.lower);
      if (tokens.join('').length < 2) continue;
      if (NO_SPACES.test(tokens.join(''))) {
        lookup.signs.push(variant, ...(hasParts ? tokens.filter((token) => token.length >= 2) : []));
        continue;
      }
      const isCommon = tokens.every(isEveryday);
      const isShort = tokens.length === 1 && tokens[0]!.length < MIN_PART_LETTERS;
      add(tokens, tokens.length === 1 && (isCommon || isShort) ? 'signed' : isCommon ? 'written' : 'anywhere');
      if (!hasParts) continue;
      if (tokens.length > 1) add([...tokens].reverse(), isCommon ? 'signed' : 'anywhere');
      for (const part of tokens)
        if (part.length >= MIN_PART_LETTERS && !/^\d+$/.test(part))
          add([part], isEveryday(part) ? 'signed' : 'anywhere');
    }
  }
  return lookup;
}

function occurrences({ text, tokens, cues }: Reading, lookup: Lookup): Span[] {
  const spans: Span[] = [];
  if (lookup.byFirst.size > 0) {
    const steps = new Set(cues.of('steps').map((cue) => cue.end + 1));
    tokens.forEach((token, at) => {
      for (const { tokens: name, needs } of lookup.byFirst.get(token.lower) ?? []) {
        if (!name.every((part, offset) => tokens[at + offset]?.lower === part)) continue;
        const last = tokens[at + name.length - 1]!;
        if (last.end - token.start > name.join(' ').length + 8) continue;
        const isWritten = tokens.slice(at, at + name.length).every((part) => /^[\p{Lu}\p{Lo}\d]/u.test(part.text));
        const isCut =
          needs === 'anywhere' ||
          (isWritten &&
            (isSigned(text, token, last) ||
              (needs === 'written' && !steps.has(token.start) && !isLabel(text, token, last))));
        if (!isCut) continue;
        const isWhole = name.length > 1 && lookup.kind === 'name';
        spans.push({ start: token.start, end: last.end, kind: lookup.kind, ...(isWhole ? { isStated: true } : {}) });
      }
    });
  }
  const lower = lookup.signs.length > 0 ? text.toLowerCase() : '';
  for (const sign of new Set(lookup.signs)) {
    for (let at = lower.indexOf(sign); at >= 0; at = lower.indexOf(sign, at + sign.length)) {
      spans.push({ start: at, end: at + sign.length, kind: lookup.kind });
    }
  }
  return spans;
}

const isLabel = (text: string, first: Token, last: Token): boolean =>
  /[>→›»"“«[`]\s?$/.test(text.slice(Math.max(0, first.start - 3), first.start)) ||
  /^\s?[>→›»"”`\]]/.test(text.slice(last.end, last.end + 3));

const SIGN_BEFORE =
  /(?<!\p{L})(?:hi|hello|hey|dear|thanks|thank you|regards|cheers|hallo|liebe[rs]?|sehr geehrte[rs]?|hola|bonjour|olá|ola|ciao|hej|mr|mrs|ms|dr|herr|frau|señor|senora|monsieur|madame|signor|signora|my name is|i am|i'm|this is|here is|name is|ask for|asked|spoke (?:to|with)|talked (?:to|with)|call(?:ed)? me|colleague|manager|boss|husband|wife|son|daughter|friend|on behalf of|signed by|(?:work|working) (?:at|for)|employed (?:at|by)|(?:we|here|people|team|us|colleagues) at|we are|company(?: is| called)?|organi[sz]ation(?: is| called)?|sincerely|best|yours)[,.:]?\s{1,3}$/iu;
const SIGN_AFTER =
  /^(?:['’]s\s(?:account|mail|e-?mail|phone|password|profile|manager|team|shift|laptop|login|name|wife|husband)|,?\s(?:said|told|wrote|asked|called|says|can't|cannot|phoned)(?!\p{L})|\s(?:speaking|here)(?!\p{L})|\s(?:from|at)\s\p{Lu})/u;

/** Beside a greeting, a title, an introduction, a relation or a verb of people; or alone on its line under a closing. */
function isSigned(text: string, first: Token, last: Token): boolean {
  const before = text.slice(Math.max(0, first.start - 40), first.start);
  const after = text.slice(last.end, last.end + 20);
  const isAlone =
    /^(?:\s?[,!.]?[ \t]*(?:\n|$))/.test(after) && /\n[\s*-]*$/.test(before) && text.slice(last.end).trim().length < 80;
  return SIGN_BEFORE.test(before) || SIGN_AFTER.test(after) || isAlone;
}
