import { isPossiblePhoneNumber, isValidPhoneNumber } from 'libphonenumber-js/min';
import type { Recognizer } from '../../recognizer.ts';
import { addressesIn, MIN_DIGITS, type Run, runsOf, shieldsIn } from '../../runs.ts';
import type { Span } from '../../span.ts';
import { BEFORE_FORM, BEFORE_THING } from './thing-number.ts';

/** Checks by the phone library a text may cost; beyond it every number as long as a phone number counts as one. */
const MAX_CHECKS = 400;
const REGIONS = ['US', 'GB', 'DE', 'FR', 'ES', 'IT', 'NL', 'BR', 'IN', 'AU', 'JP', 'MX', 'CH', 'PL', 'CN'] as const;

const BEFORE_PHONE =
  /(?:phone|telephone|tel|mobile|cell|fax|whatsapp|call|called|calling|dial|ring|reach|text|sms|landline|handy|telefon|rufnummer|mobil|anrufen|tel[ee]fono|m[oo]vil|celular|ll[aa]m[ae]\p{L}{0,4}|t[ee]l[ee]phone|portable|appele[rz]|telefone|telem[oo]vel|cellulare|telefono|電話|携帯|电话|手机|전화|number is|numbers? are|contact(?: me)?(?: at| on)?|nummer ist|mi numero|mon numero|meu numero)[^\d\n]{0,24}$/iu;

/** A line behind a switchboard's number. */
const EXTENSION =
  /(?:,?\s{0,2}(?:ext(?:ension)?\.?|x|durchwahl|dw|poste|interno|int\.|anexo|ramal|toestel|wew\.|доб\.?)\s{0,2}:?\s{0,2}\d{1,6})(?!\d)/iuy;

/** Phone numbers of the world, however they are spaced, with their extensions. */
export const phone: Recognizer = {
  name: 'phone_number',
  kind: 'phone',
  countries: [...REGIONS],
  covers: 'phone numbers by form, by the word before them and by the phone library',
  find({ text, known }) {
    const phones = known.phones.map((one) => one.replace(/\D/g, '')).filter((digits) => digits.length >= 6);
    let checks = 0;
    const isCheckable = () => checks++ < MAX_CHECKS;
    return runsOf(text, [...shieldsIn(text), ...addressesIn(text)]).flatMap((run): Span[] => {
      const before = text.slice(Math.max(0, run.start - 40), run.start);
      if (!isNumber(run, before, phones, isCheckable)) return [];
      EXTENSION.lastIndex = run.end;
      return [{ start: run.start, end: run.end + (EXTENSION.exec(text)?.[0].length ?? 0), kind: 'phone' }];
    });
  },
};

function isNumber(run: Run, before: string, known: readonly string[], isCheckable: () => boolean): boolean {
  const { digits, groups } = run;
  if (known.some((phone) => digits.endsWith(phone.slice(-9)) || (digits.length >= 7 && phone.endsWith(digits))))
    return true;
  if (groups.length >= MIN_DIGITS && groups.every((g) => g.length === 1) && !'0123456789'.includes(digits)) return true;
  if (/^\(?\+/.test(run.text) && digits.length <= 16) return digits.length >= 8;
  return isPhone(run, before, isCheckable);
}

function isPhone(run: Run, before: string, isCheckable: () => boolean): boolean {
  const { text, digits, groups } = run;
  const n = digits.length;
  if (n > 16) return false;
  const shape = groups.map((group) => group.length).join('-');
  if (/^(?:1-)?3-3-4$/.test(shape) && /[-.) ]/.test(text)) return true;
  if (shape === '3-4') return /^\d{3}[-. ]\d{4}$/.test(text) && (text.startsWith('555') || BEFORE_PHONE.test(before));
  if (BEFORE_THING.test(before) || BEFORE_FORM.test(before)) return false;
  if (BEFORE_PHONE.test(before)) return true;
  if (n < 8 || (/\d\.\d+\.\d/.test(text) && groups.length < 5)) return false;
  if (groups.length === 1 && !/^(?:0|1[3-9]\d{9}$|[2-9]\d{9}$)/.test(digits)) return false;
  if (n === 8 && shape !== '2-2-2-2') return /^[689]\d{3} \d{4}$/.test(text);
  if (!isCheckable()) return true;
  if (digits.startsWith('00')) return isPossiblePhoneNumber(`+${digits.slice(2)}`);
  if (groups.length === 1 && !digits.startsWith('0')) return isValidPhoneNumber(digits, n === 11 ? 'CN' : 'US');
  if (shape === '2-2-2-2' || (/^0\d/.test(digits) && groups.length > 1 && n >= 9)) return true;
  return REGIONS.some((region) => isValidPhoneNumber(digits, region));
}
