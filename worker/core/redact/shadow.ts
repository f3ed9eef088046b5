/**
 * A text as detectors read it: compatibility forms, invisible characters, accents, entities and foreign digits undone.
 * `starts[i]`/`ends[i]` bound what unit `i` of `text` stands for in the source, so the source is cut, not the shadow.
 */
export interface Shadow {
  text: string;
  starts: number[];
  ends: number[];
}

/** The zero of each decimal digit block that compatibility decomposition doesn't map to ASCII. Source: Unicode Nd. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
  0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0, 0x11066, 0x1e950,
];
const DINGBAT_ONES = [0x2776, 0x2780, 0x278a, 0x24f5];

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  commat: '@',
  period: '.',
  colon: ':',
  sol: '/',
  plus: '+',
  num: '#',
  lpar: '(',
  rpar: ')',
  lowbar: '_',
  hyphen: '-',
  dash: '-',
  ndash: '-',
  shy: '',
  zwj: '',
  zwnj: '',
  equals: '=',
};
const ENTITY = /&(?:amp;){0,3}(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(?!amp;)([a-z]{2,7}));?/iy;
const ESCAPE = /%(40|2e|2b|3a|2f|3d)|\\u00([2-7][0-9a-f])|\\x([2-7][0-9a-f])/iy;

/** Characters that show nothing: format characters, fillers, variation selectors, tags. */
const INVISIBLE = /[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u180b-\u180f\ufe00-\ufe0f\u{e0000}-\u{e0fff}]/u;
const MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;
/** Signs that stand for themselves, up to the next that may not. */
const PLAIN_RUN = /[\n\r\t\x20-\x24\x27-\x5b\x5d-\x7e]{1,4096}/y;

/** The shadow of a text. Linear. A mark of an earlier redaction (`…`) stays what it is. */
export function shadowOf(source: string): Shadow {
  const shadow: Shadow = { text: '', starts: [], ends: [] };
  const parts: string[] = [];
  const folds = new Map<string, string>();
  const foldOnce = (sign: string) => {
    const known = folds.get(sign);
    if (known !== undefined) return known;
    const folded = fold(sign);
    folds.set(sign, folded);
    return folded;
  };
  const put = (text: string, start: number, end: number) => {
    parts.push(text);
    for (let unit = 0; unit < text.length; unit++) {
      shadow.starts.push(start);
      shadow.ends.push(end);
    }
  };
  for (let at = 0; at < source.length; ) {
    PLAIN_RUN.lastIndex = at;
    const plain = PLAIN_RUN.exec(source)?.[0];
    if (plain !== undefined) {
      parts.push(plain);
      for (const end = at + plain.length; at < end; at++) {
        shadow.starts.push(at);
        shadow.ends.push(at + 1);
      }
      continue;
    }
    const unit = source[at]!;
    const escaped = unit === '&' ? entityAt(source, at) : unit === '%' || unit === '\\' ? escapeAt(source, at) : null;
    const point = escaped ? null : source.codePointAt(at)!;
    const end = at + (escaped ? escaped.length : point! > 0xffff ? 2 : 1);
    put(foldOnce(escaped ? escaped.text : String.fromCodePoint(point!)), at, end);
    at = end;
  }
  shadow.text = parts.join('');
  return shadow;
}

/** A text without what shows nothing and joins nothing; breaks of a page are blanks, controls and halves of a sign U+FFFD. */
export function visible(text: string): string {
  return PRINTABLE.test(text) ? text : text.replace(BREAKS, ' ').replace(NO_SIGN, '\ufffd').replace(SHOWS_NOTHING, '');
}
const PRINTABLE = /^[\n\r\t\x20-\x7e]*$/;
const BREAKS = /[\v\f\u0085\u2028\u2029]/g;
const JOINERS = String.raw`\u200c\u200d\ufe0e\ufe0f\u0600-\u0605\u06dd\u070f\u08e2`;
const SHOWS_NOTHING = new RegExp(String.raw`(?![${JOINERS}])${INVISIBLE.source}`, 'gu');
const NO_SIGN = /(?![\n\r\t])\p{Cc}|\p{Cs}/gu;

/** One sign as detectors read it. Names to look for go through the same fold, sign by sign. */
export function fold(sign: string): string {
  if (sign === '…' || sign === '') return sign;
  const point = sign.codePointAt(0)!;
  if (point < 0x7f) return sign;
  if (INVISIBLE.test(sign)) return '';
  if (/\p{Pd}|\u2212/u.test(sign)) return '-';
  if (/\p{Zs}/u.test(sign)) return ' ';
  if (/[‘’ʼ`´′]/.test(sign)) return "'";
  if (point === 0x3002) return '.';
  for (const zero of ZEROS) if (point >= zero && point <= zero + 9) return String(point - zero);
  for (const one of DINGBAT_ONES) if (point >= one && point <= one + 9) return String(point - one + 1);
  if (point >= 0xac00 && point <= 0xd7a3) return sign;
  const folded = sign.normalize('NFKD').replace(MARKS, '').normalize('NFC');
  return folded === '\u3002' ? '.' : folded;
}

/** A whole text folded, for what is looked for. */
export function foldText(text: string): string {
  return shadowOf(text).text;
}

function entityAt(source: string, at: number): { text: string; length: number } | null {
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(source);
  if (!match) return null;
  const [whole, decimal, hex, name] = match;
  if (name !== undefined) {
    const text = NAMED[name.toLowerCase()];
    return text === undefined || !whole.endsWith(';') ? null : { text, length: whole.length };
  }
  const point = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
  if (point > 0x10ffff || point === 0) return null;
  return { text: String.fromCodePoint(point), length: whole.length };
}

function escapeAt(source: string, at: number): { text: string; length: number } | null {
  ESCAPE.lastIndex = at;
  const match = ESCAPE.exec(source);
  if (!match) return null;
  const point = Number.parseInt((match[1] ?? match[2] ?? match[3])!, 16);
  return { text: String.fromCodePoint(point), length: match[0].length };
}
