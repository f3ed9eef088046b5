import { isPossiblePhoneNumber, isValidPhoneNumber } from 'libphonenumber-js/min';
import { isAadhaar, isCard, isChinaId, isCpf, isGermanTaxId, isNir } from './checksums.ts';
import { ibanSpans } from './iban.ts';
import { letteredIdSpans } from './national.ts';
import { type Kind, type Span, spansOf } from './span.ts';

/** Digits with what people put between them. `groups` are the stretches of digits. */
interface Run {
  start: number;
  end: number;
  text: string;
  groups: string[];
  digits: string;
}

const SEPARATORS = /^(?:[ \t.\-/()_·•|~]{1,3}|\*)$/;
/** Digits from which a run may be somebody's number. Source: the shortest national phone numbers with an area. */
export const MIN_DIGITS = 7;
const MAX_GROUPS = 48;
/** Checks by the phone library a text may cost; beyond it every number as long as a phone number counts as one. */
const MAX_CHECKS = 400;
const REGIONS = ['US', 'GB', 'DE', 'FR', 'ES', 'IT', 'NL', 'BR', 'IN', 'AU', 'JP', 'MX', 'CH', 'PL', 'CN'] as const;

/** Numbers that documentation is full of, so that no run of digits crosses them. */
const PROTECTED: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\p{L}\p{N}-])/gu,
  /(?<![\p{L}\p{N}.])(?:[0-3]?\d[./-][01]?\d|[01]?\d[./-][0-3]?\d)[./-](?:19|20)?\d{2}(?![\p{L}\p{N}]|[.-]\d)/gu,
  /(?<![\p{L}\p{N}])(?:19|20)\d{2}[./][01]?\d[./][0-3]?\d(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}:])\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?![\p{L}\p{N}:])/gu,
  /(?<![\p{L}\p{N}.+])(?:v\.?\s?)?(?!\d{3}\.\d{3}\.\d{4}(?!\d))\d{1,5}\.\d{1,5}\.\d{1,6}(?:\.\d{1,6})?(?:-[a-z]{1,10}\.?\d{0,4})?(?![\p{L}\p{N}]|\.\d)/giu,
  /(?<![\p{L}\p{N}])0x[0-9a-f]{1,16}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}_-])[A-Z][A-Z_-]{0,30}[A-Z_-](?:\d{2,10}(?:-\d{1,7})?| \d{2,5})(?![\p{L}\p{N}]|[-. ]\d)/gu,
  /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|JPY|CHF|INR|BRL|MXN|CAD|AUD)\b)\s?\d{1,3}(?:[., ']?\d{3}){0,4}(?:[.,]\d{1,2})?(?!\d)/gu,
  /(?<![\p{L}\p{N}.,])\d{1,3}(?:[., ']\d{3}){0,4}(?:[.,]\d{1,4})?\s?(?:[$€£¥₹%]|(?:USD|EUR|GBP|JPY|CHF|INR|BRL|bytes?|[kmgt]i?b|ms|sec(?:ond)?s?|min(?:ute)?s?|hours?|days?|weeks?|months?|years?|px|rows?|records?|users?|items?|requests?|characters?|tickets?|contacts?|files?|tokens?|lines?)(?![\p{L}]))/giu,
  /(?<![\p{L}\p{N}])\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:19|20)\d{2}\s?-\s?(?:19|20)\d{2}(?![\p{L}\p{N}-])/gu,
  /(?<![\p{L}\p{N}])(?:ports?|http|https|status|errors?|codes?|localhost:?|build|rfc|iso|kb|page|line|lines|steps?|chapter|sections?)\s{0,2}#?:?\s?\d{1,6}(?:(?:,\s?|\/|\s?-\s?|\sand\s|\sor\s|\s)\d{1,5}){0,8}(?![\p{L}\p{N}]|[-.]\d)/giu,
  /(?<![\p{L}\p{N}])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}]|\d[-. ])\d{2,5}\s?[x×]\s?\d{2,5}(?![\p{L}\p{N}])/giu,
];
const URL_TEXT = /(?<![\p{L}\p{N}])[a-z]{2,12}:\/\/[^\s<>"']{3,2000}|(?<![\p{L}\p{N}])#\d{3,12}(?!\d)/giu;

const BEFORE_PHONE =
  /(?:phone|telephone|tel|mobile|cell|fax|whatsapp|call|called|calling|dial|ring|reach|text|sms|landline|handy|telefon|rufnummer|mobil|anrufen|tel[ee]fono|m[oo]vil|celular|ll[aa]m[ae]\p{L}{0,4}|t[ee]l[ee]phone|portable|appele[rz]|telefone|telem[oo]vel|cellulare|telefono|電話|携帯|电话|手机|전화|number is|numbers? are|contact(?: me)?(?: at| on)?|nummer ist|mi numero|mon numero|meu numero)[^\d\n]{0,24}$/iu;
const BEFORE_ID =
  /(?:order|orders|ticket|tickets|case|invoice|item|sku|part|model|build|ref|reference|article|request|transaction|tracking|serial|version|issue|bug|incident|job|run|id|ids|bestellung|auftrag|rechnung|pedido|commande|timestamp|epoch|event|batch|chunk|row|record|seq|offset)(?:\s?(?:number|no\.?|nr\.?|id|#))?\s{0,2}[:=#]{0,2}\s{0,2}#?$/i;

/** Phone numbers, cards, bank accounts and national ids among the digits of a text, however they are spaced. */
export function numberSpans(text: string, knownPhones: readonly string[]): Span[] {
  const shielded = PROTECTED.flatMap((pattern) => spansOf(text, pattern, 'phone'));
  const urls = spansOf(text, URL_TEXT, 'phone');
  const known = knownPhones.map((phone) => phone.replace(/\D/g, '')).filter((digits) => digits.length >= 6);
  let checks = 0;
  const isCheckable = () => checks++ < MAX_CHECKS;
  const spans: Span[] = [...ibanSpans(text), ...letteredIdSpans(text)];
  const cards = runsOf(text, urls).flatMap((run) =>
    holdsCard(run) ? [{ start: run.start, end: run.end, kind: 'card' as const }] : [],
  );
  spans.push(...cards, ...spansOf(text, ODD_CARD, 'card'), ...spansOf(text, BROKEN_CARD, 'card'));
  spans.push(...spansOf(text, TOLD_IBAN, 'bank_account'));
  for (const run of runsOf(text, [...shielded, ...urls])) {
    const before = text.slice(Math.max(0, run.start - 40), run.start);
    const kind = kindOf(run, before, known, isCheckable);
    if (kind) spans.push({ start: run.start, end: run.end, kind });
  }
  return spans;
}

function kindOf(run: Run, before: string, known: readonly string[], isCheckable: () => boolean): Kind | null {
  const { digits, groups } = run;
  if (known.some((phone) => digits.endsWith(phone.slice(-9)) || (digits.length >= 7 && phone.endsWith(digits))))
    return 'phone';
  if (groups.length >= MIN_DIGITS && groups.every((g) => g.length === 1) && !'0123456789'.includes(digits))
    return 'phone';
  if (/^\(?\+/.test(run.text) && digits.length <= 16) return digits.length >= 8 ? 'phone' : null;
  if (nationalId(run)) return 'national_id';
  return isPhone(run, before, isCheckable) ? 'phone' : null;
}

function nationalId({ text, digits, groups }: Run): boolean {
  const shape = groups.map((group) => group.length).join('-');
  if (shape === '3-2-4' && !/^(?:000|666|9\d\d)/.test(digits) && /^\d{3}([ -])\d{2}\1\d{4}$/.test(text)) return true;
  if (shape === '3-3-3-2' && /^\d{3}\.\d{3}\.\d{3}-\d{2}$/.test(text)) return true;
  if (shape === '2-3-3-4-2' && text.includes('/')) return true;
  return (
    isCpf(digits) ||
    isNir(digits) ||
    isChinaId(digits) ||
    (shape === '4-4-4' && isAadhaar(digits)) ||
    (groups.length > 1 && isGermanTaxId(digits))
  );
}

function isPhone(run: Run, before: string, isCheckable: () => boolean): boolean {
  const { text, digits, groups } = run;
  const n = digits.length;
  if (n > 16) return false;
  const shape = groups.map((group) => group.length).join('-');
  if (/^(?:1-)?3-3-4$/.test(shape) && /[-.) ]/.test(text)) return true;
  if (shape === '3-4') return /^\d{3}[-. ]\d{4}$/.test(text) && (text.startsWith('555') || BEFORE_PHONE.test(before));
  if (BEFORE_PHONE.test(before)) return true;
  if (BEFORE_ID.test(before)) return false;
  if (n < 8 || (/\d\.\d+\.\d/.test(text) && groups.length < 5)) return false;
  if (groups.length === 1 && !/^(?:0|1[3-9]\d{9}$|[2-9]\d{9}$)/.test(digits)) return false;
  if (n === 8 && shape !== '2-2-2-2') return false;
  if (!isCheckable()) return true;
  if (digits.startsWith('00')) return isPossiblePhoneNumber(`+${digits.slice(2)}`);
  if (groups.length === 1 && !digits.startsWith('0')) return isValidPhoneNumber(digits, n === 11 ? 'CN' : 'US');
  if (shape === '2-2-2-2' || (/^0\d/.test(digits) && groups.length > 1 && n >= 9)) return true;
  return REGIONS.some((region) => isValidPhoneNumber(digits, region));
}

function holdsCard({ groups }: Run): boolean {
  for (let from = 0; from < groups.length; from++) {
    let digits = '';
    for (const group of groups.slice(from, from + 20)) {
      digits += group;
      if (digits.length >= 13 && digits.length <= 19 && isCard(digits)) return true;
      if (digits.length > 19) break;
    }
  }
  return /^4,4,4,4$/.test(groups.map((group) => group.length).join());
}

const ODD_CARD = /(?<!\d)\d{4}(?<between>[^\d\s]{1,3})\d{4}\k<between>\d{4}\k<between>\d{2,4}(?!\d)/gu;
const BROKEN_CARD = /(?<!\d)\d{4}[ .-]?\d{4}[ \t]{0,2}\n[ \t]{0,2}\d{4}[ .-]?\d{4}(?!\d)/gu;
const TOLD_IBAN = /(?<![\p{L}])iban(?![\p{L}])[^\n]{0,30}?(?<x>\d{4}(?: ?\d{2,4}){2,8})(?!\d)/giu;

/** A letter of a script that sets words apart: in Chinese or Japanese what stands next is another word. */
const IN_WORD = /(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}ー])[\p{L}_]/u;

/** Runs of at least seven digits. A line break, any other sign or a shielded stretch ends a run. */
function runsOf(text: string, shields: readonly Span[]): Run[] {
  const sorted = [...shields].sort((a, b) => a.start - b.start);
  const runs: Run[] = [];
  let groups: { start: number; end: number }[] = [];
  const flush = () => {
    const [first, last] = [groups[0], groups.at(-1)];
    if (first && last) {
      const lead = /[+(]{1,3}\s?$/.exec(text.slice(Math.max(0, first.start - 4), first.start))?.[0].length ?? 0;
      const values = groups.map((group) => text.slice(group.start, group.end));
      const digits = values.join('');
      const start = first.start - lead;
      if (digits.length >= MIN_DIGITS)
        runs.push({ start, end: last.end, text: text.slice(start, last.end), groups: values, digits });
    }
    groups = [];
  };
  let shield = 0;
  for (const match of text.matchAll(/\d{1,64}/g)) {
    const group = { start: match.index, end: match.index + match[0].length };
    while (shield < sorted.length && sorted[shield]!.end <= group.start) shield++;
    const isShielded = shield < sorted.length && sorted[shield]!.start < group.end;
    const isInWord = IN_WORD.test(text[group.end] ?? '') || IN_WORD.test(text[group.start - 1] ?? '');
    const last = groups.at(-1);
    if (isShielded || isInWord) {
      flush();
      continue;
    }
    const between = last ? text.slice(last.end, group.start) : '';
    if (last && between !== '' && (!SEPARATORS.test(between) || groups.length >= MAX_GROUPS)) flush();
    groups.push(group);
  }
  flush();
  return runs;
}
