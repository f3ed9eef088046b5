import { inAnyLanguage } from '../language/mail-programs.ts';
import { isBlank, type MailLine } from './lines.ts';

/** A footer of a phone or a mail program is one short line. */
const MAX_FOOTER_CHARS = 100;
const MAX_FOOTER_WORDS = 10;
const MAX_SIGNATURE_LINES = 14;
/** Footers, notices and signatures that one mail ends with; more are something that its author wrote. */
const MAX_ENDINGS = 12;
/** A longer last line of a signature block is a sentence of the author's. */
const MAX_SIGNATURE_WORDS = 12;

const DEVICE =
  /iphon|ipad|ipod|android|galaxy|samsung|huawei|xiaomi|pixel|nokia|blackberry|windows|outlook|gmail|yahoo|proton|spark|thunderbird|e?mail\b|\bmail\b|smartphone|handy|tablet|mobil|m[oó]vil|celular|t[eé]l[eé]phone|telefon|\bios\b|\bphone\b|携帯|手机|手機|휴대/iu;
const SENT_FORM =
  /^(?:sent|get|posted) (?:from|with|via|using|by|for) (?:my |the )?(?:\p{Lu}[\p{L}\p{N}.]{0,20})(?: (?:\p{Lu}[\p{L}\p{N}.]{0,20}|on|for|app|mobile)){0,4}\.?$/u;

const letters = (word: string): string => word.replace(/[()[\]/.*+?^$|\\]/g, '\\$&');
const SENT = new RegExp(
  [...inAnyLanguage('sent')]
    .map((word) =>
      /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek} ]+$/u.test(word)
        ? `(?<!\\p{L})${letters(word)}(?!\\p{L})`
        : letters(word),
    )
    .join('|'),
  'iu',
);

const LEGAL_START =
  /^[ \t*_]{0,9}(?:(?:this|the (?:information|contents?)|any|diese|este|esta|ce|cette|le présent|if you|sollten sie|wenn sie|si (?:vous|usted|ha)|caso|please consider|virus-free|confidential(?:ity)?(?: notice)?\b|disclaimer\b|vertraulich|haftungsausschluss|avis de confidentialité|aviso (?:legal|de confidencial)|本メール|このメール))/iu;
const LEGAL_WORD =
  /confiden\p{L}{0,12}|privileged|intended (?:recipient|solely|only)|recipient|unauthori[sz]ed|dissemination|disclos\p{L}{0,5}|disclaimer|notice|solely|received this .{0,20}in error|may contain|environment before printing|virus-free|vertraulich|empfänger|irrtümlich|unbefugt|weitergabe|confidentiel\p{L}{0,3}|destinataire|erreur|divulgation|confidencial\p{L}{0,6}|destinatari\p{L}{0,3}|divulga\p{L}{0,5}|prohibid\p{L}|proibid\p{L}|機密|受信者|宛先以外/giu;
const LEGAL_SURE =
  /please consider the environment before printing|virus-free\.? ?www|^\s*[*_]{0,2}CONFIDENTIALITY NOTICE/;

const DELIMITER = /^(?:--|—|––|__|-- )[ \t]{0,3}$/;

/**
 * How many of the lines are left once what stands at the end of a mail without being said in it is off: footers of
 * phones and programs, legal notices, the block below `--`. Each needs its place at the end and a form of its own;
 * never takes the first words, except a signature that says by its dashes that it is one.
 */
export function withoutEnding(lines: readonly MailLine[]): number {
  let end = lines.length;
  for (let round = 0; round < MAX_ENDINGS; round++) {
    while (end > 0 && isBlank(lines[end - 1])) end--;
    const next = footerFrom(lines, end) ?? legalFrom(lines, end) ?? signatureFrom(lines, end);
    if (next === null) return end;
    const isDelimited = DELIMITER.test(lines[next]!.text);
    if (!isDelimited && !lines.slice(0, next).some((line) => !isBlank(line))) return end;
    end = next;
  }
  return end;
}

function footerFrom(lines: readonly MailLine[], end: number): number | null {
  const line = lines[end - 1]?.text.trim() ?? '';
  if (line === '' || line.length > MAX_FOOTER_CHARS || /[?,;:]/.test(line)) return null;
  const isShort = line.split(/\s+/).length <= MAX_FOOTER_WORDS;
  return isShort && ((DEVICE.test(line) && SENT.test(line)) || SENT_FORM.test(line)) ? end - 1 : null;
}

/** The earliest line from which to the end stands a legal notice and no question. */
function legalFrom(lines: readonly MailLine[], end: number): number | null {
  let found: number | null = null;
  let below = '';
  for (let at = end - 1; at >= 0 && at >= end - MAX_SIGNATURE_LINES; at--) {
    const { text, isMarked } = lines[at]!;
    below = `${text}\n${below}`;
    if (isMarked || /[?？]/.test(text)) break;
    if (!LEGAL_START.test(text) && !LEGAL_SURE.test(text)) continue;
    const words = new Set((below.match(LEGAL_WORD) ?? []).map((word) => word.toLowerCase()));
    if (
      LEGAL_SURE.test(text) ||
      (words.size >= 2 &&
        /^[^.:]{0,200}\b(?:may|is|are|contains?|and|ist|enthält|kann|contient|est|contiene|contém|es)\b|[:：]|です|ます/iu.test(
          text,
        ))
    )
      found = at;
  }
  return found;
}

/** The block below a line of dashes: short lines to the end, none of them a question or a sentence. */
function signatureFrom(lines: readonly MailLine[], end: number): number | null {
  for (let at = end - 1; at >= 0 && at >= end - MAX_SIGNATURE_LINES; at--) {
    const { text } = lines[at]!;
    if (DELIMITER.test(text)) return at;
    const words = text.trim().split(/\s+/).length;
    if (/[?？]\s*$/.test(text) || (words > 4 && /[.!。]\s*$/.test(text)) || words > MAX_SIGNATURE_WORDS) return null;
  }
  return null;
}
