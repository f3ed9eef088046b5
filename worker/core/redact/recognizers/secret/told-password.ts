import { FUNCTION_WORDS } from '../../../text/english-words.ts';
import { isThing } from '../../lexicon/familiar.ts';
import type { Reading, Recognizer } from '../../recognizer.ts';
import { type Span, spansOf } from '../../span.ts';
import { labelledSpans } from './labelled-secret.ts';

/** Signs set apart by blanks, one by one, as "p a s s w o r d : T i g e r 7". */
const SPACED = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?: [^\s]){7,80}(?![^\s])/gu;

const PASSWORD =
  /(?<![\p{L}\p{N}])(?:passwords?|passwd|pwd|passphrase|passcode|kennwort|passwort|contrasena|clave|mot de passe|mdp|senha|parola|wachtwoord|haslo)(?![\p{L}\p{N}])/giu;
const SENTENCE_REST = /[^\n.!?]{0,90}(?:[.!?](?=\S)[^\n.!?]{0,30}){0,2}/uy;

/** A word with letters and digits as people make passwords of: "Tigerlily77", "Winter-2026". */
const MADE_UP =
  /(?<![\p{L}\p{N}_-])(?=[\p{L}!_.-]{0,20}\d)(?=\d{0,9}\p{L})[\p{L}\d][\p{L}\d_!@#$%&*-]{5,40}(?![\p{L}\p{N}(])/gu;
const TECHNICAL =
  /^(?:sha|md|aes|rsa|des|base|utf|oauth|saml|http|tls|ssl|wpa|ipv|win|windows|office|version|v|step|line|section|page|option|field|node|python|php|pbkdf|scrypt|bcrypt|web|mp|h|x|s|ec|p|m|oauth-?|error|code|err|e|kb|id|no|nr)[-_]?\d[\d.x-]*$/i;

/** What a given password is at the end of its sentence: one small word, although nothing in it is odd. */
const TEMPORARY =
  /(?<![\p{L}])(?:temporary|temp|initial|default|first|starting|new|current|old|admin|guest|wi-?fi|kiosk)\s(?:password|passcode|passphrase)(?:\s(?:for|of|to|on|at)\s[^\n.!?:=]{1,40}?)?\s(?:is|was|will be|=|:)\s["'“]?(?<x>[^\s"'“”.,;!?]{4,40})["'”]?(?=\s{0,2}(?:[.,;!?]|$|\n))/gimu;
const STATE =
  /^(?:.*(?:ed|able|ible|ing|less|ive|ary|only)|wrong|right|correct|incorrect|invalid|valid|required|missing|empty|blank|same|different|unsafe|weak|strong|short|long|optional|mandatory|case-sensitive|unknown|ready|below|above|here|there|password|admin|none|yours|secret|random|unique|shown|hidden|sent|reset|set)$/i;

/** "the wifi password we gave them is sunflower-lake": whoever set one tells it at the clause's end, and no state of it. */
const SET_BY =
  /(?<![\p{L}])(?:password|passcode|passphrase|passwort|kennwort)\s(?:that\s)?(?:i|we|he|she|they|you)\s[^\n.!?:=,]{2,40}?\s(?:is|was)\s["'“]?(?<x>[^\s"'“”.,;!?]{4,40})(?=["'”]?\s{0,2}(?:[.,;!?]|$|\n))/gimu;

/** Two words behind a word of signing in, the second no plain one: "log in with admin / Winter2026!". */
const PAIR =
  /(?<![\p{L}])(?:log(?:ged)? ?in|login|logon|sign ?in|credentials?|access data|zugangsdaten)(?:\s(?:with|as|using|are|is|data|details))?:?\s(?<x>[^\s/|:]{2,40}\s?[/|:]\s?(?=[^\s,;]{0,30}\d)(?=[^\s,;]{0,30}\p{L})[^\s,;/]{6,40})/giu;

/** A key of a wireless network, however it is told. */
const NETWORK_KEY =
  /(?<![\p{L}])(?:wi-?fi|wlan|wlan-?name|ssid|hotspot)(?![\p{L}])[^\n.!?]{0,50}?(?<![\p{L}])(?:key|pass|code|pw)(?:\sis)?[:\s]\s{0,2}(?<x>(?=[^\s]{0,30}\d)[^\s,;]{6,40})/giu;

const CODE_LIST =
  /(?<![\p{L}])(?:recovery|backup|emergency)\s(?:codes?|keys?)\s?:?\s{1,3}(?<x>(?:[a-z0-9]{4,6}(?:-[a-z0-9]{4,6}){1,4}[ \t,;]{0,3}\n?){1,16})/giu;
const SEED = /(?<![\p{L}])(?:seed|mnemonic|phrase|wallet)\s?[:=]\s?(?<x>(?:[a-z]{3,8}[ ,]{1,2}){11,23}[a-z]{3,8})/giu;

/** What stands in quotes where a password is told. */
const QUOTED_PASSWORD =
  /(?<![\p{L}])(?:(?:my|our|his|her|their|your|the (?:temp(?:orary)?|new|initial|default))\s(?:password|passcode|passphrase)\s|(?:password|passcode|passphrase|kennwort|passwort|contrasena|senha|mot de passe)(?:\s\p{L}{3,12})?\s?(?:is|was|to|ist|lautet|es|est|e|:|=|(?=["“„«]))\s?)["“„«'](?<x>[^"”“»'\n]{3,60})["”“»']/giu;

/** Passwords and codes that no label stands right before: spaced out, told in a sentence, in a pair, or sent to a phone. */
function disguisedSpans(text: string): Span[] {
  return [
    ...spansOf(text, SPACED, 'secret', ({ 0: run }) => labelledSpans(run.replaceAll(' ', '')).length > 0),
    ...toldPasswords(text),
    ...spansOf(text, TEMPORARY, 'secret', ({ groups }) => !STATE.test(groups!.x!)),
    ...spansOf(text, SET_BY, 'secret', ({ groups }) => !STATE.test(groups!.x!)),
    ...spansOf(text, PAIR, 'secret', ({ groups }) => !/^https?/i.test(groups!.x!)),
    ...spansOf(text, QUOTED_PASSWORD, 'secret'),
    ...spansOf(text, CODE_LIST, 'secret', ({ groups }) => /\d/.test(groups!.x!)),
    ...spansOf(
      text,
      SEED,
      'secret',
      ({ groups }) => !groups!.x!.split(/[ ,]+/).some((word) => FUNCTION_WORDS.has(word)),
    ),
    ...spansOf(text, NETWORK_KEY, 'secret'),
  ];
}

/** Words made up of letters and digits in what a sentence says behind the word "password". */
function toldPasswords(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(PASSWORD)) {
    SENTENCE_REST.lastIndex = match.index + match[0].length;
    const lead = /[^\n.?]{0,60}$/u.exec(text.slice(Math.max(0, match.index - 60), match.index))?.[0] ?? '';
    const from = match.index - lead.length;
    const said = lead + match[0] + (SENTENCE_REST.exec(text)?.[0] ?? '');
    for (const word of said.matchAll(MADE_UP)) {
      const letters = word[0].toLowerCase().replace(/[^\p{L}]+/gu, '');
      if (
        TECHNICAL.test(word[0]) ||
        isThing(letters) ||
        /^\d+(?:st|nd|rd|th|px|ms|kb|mb|gb|min|[-–]\p{L}+)$/iu.test(word[0])
      )
        continue;
      spans.push({ start: from + word.index, end: from + word.index + word[0].length, kind: 'secret' });
    }
  }
  return spans;
}

/** Between a word for a password and the password itself, in any language: a copula with a colon, a quote, or nothing. */
const LINK =
  /^["'”»]?(?:\s[\p{L}'’-]{1,12}){0,3}?(?:\s{0,2}[:=：]|\s(?:is|was|ist|lautet|war|es|era|est|c'est|é|e|è|era|jest|to|je|är|ar|er|var|on|este|la|sunt|esta|estaba|είναι|ειναι|это|הוא|היא|هو|هي|là|adalah)(?=\s)|は|是|为|는|은)\s{0,2}["'“„«「(]?/iu;
const TOLD_VALUE = /^[^\s"'`<>“”«»「」,;，。]{4,60}/u;
/** A digit or a sign within, or a capital behind a small letter: no word of a sentence is written so. */
const IS_MADE_UP = /\d|[!@#$%^&*+=?~_](?=.)|\p{Ll}\p{Lu}/u;

/** What the word for a password in any language is told to be, where it is no word of a sentence. */
function toldInAnyLanguage({ text, cues }: Reading): Span[] {
  return cues.of('passwords').flatMap((cue): Span[] => {
    const rest = text.slice(cue.end, cue.end + 80);
    const link = LINK.exec(rest)?.[0];
    if (link === undefined) return [];
    const value = TOLD_VALUE.exec(rest.slice(link.length))?.[0].replace(/[.!?)\]:]{1,4}$/, '') ?? '';
    if (
      value.length < 4 ||
      /^https?:/i.test(value) ||
      TECHNICAL.test(value) ||
      !IS_MADE_UP.test(value) ||
      !/\p{L}/u.test(value)
    )
      return [];
    const start = cue.end + link.length;
    return [{ start, end: start + value.length, kind: 'secret' }];
  });
}

export const toldPassword: Recognizer = {
  name: 'told_password',
  kind: 'secret',
  countries: [],
  covers: 'passwords that a sentence tells, in pairs, lists, quotes and spaced out',
  find: (reading) => [...disguisedSpans(reading.text), ...toldInAnyLanguage(reading)],
};
