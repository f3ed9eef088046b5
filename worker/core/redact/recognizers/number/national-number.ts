import { stdnum } from 'stdnum';
import type { Reading, Recognizer } from '../../recognizer.ts';
import { spansOf } from '../../span.ts';
import { BEFORE_THING } from './thing-number.ts';

/**
 * A national number of people. `anywhere`: its check is strong enough (two check digits, or one and a date, or letters at
 * their places) that it counts wherever it stands; `written`: only as the country divides its groups; `named`: only near
 * a word of documents, since every tenth number passes its check.
 */
interface National {
  country: string;
  form: RegExp;
  counts: 'anywhere' | 'written' | 'named';
  isValid: (number: string) => boolean;
}

const by = (country: string, name: string) => (number: string) =>
  stdnum[country]?.[name]?.validate(number).isValid ?? false;
const national = (country: string, name: string, form: RegExp, counts: National['counts'] = 'anywhere'): National => ({
  country,
  form,
  counts,
  isValid: by(country, name),
});
/** A form that says enough, of a number without a check or of one that the library lacks. */
const written = (country: string, form: RegExp): National => ({
  country,
  form,
  counts: 'anywhere',
  isValid: () => true,
});

/** Forms are those of the number as written, blanks and all. Source: the registrars, as python-stdnum documents them. */
const NATIONALS: readonly National[] = [
  national('AR', 'cuit', /^\d{2}-\d{8}-\d$/),
  national('AR', 'dni', /^\d{1,2}\.?\d{3}\.?\d{3}$/, 'named'),
  national('AU', 'tfn', /^\d{3} ?\d{3} ?\d{3}$/, 'named'),
  national('BA', 'jmbg', /^\d{13}$/),
  national('BE', 'insz', /^\d{2}\.?\d{2}\.?\d{2}[-. ]?\d{3}[-. ]?\d{2}$/),
  national('BG', 'egn', /^\d{10}$/),
  national('BR', 'cpf', /^\d{3}\.?\d{3}\.?\d{3}-?\d{2}$/),
  written('BR', /^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$/),
  national('CA', 'sin', /^\d{3}(?: \d{3} |-\d{3}-)\d{3}$/),
  national('CA', 'sin', /^\d{9}$/, 'named'),
  national('CH', 'ssn', /^756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}$/),
  national('CL', 'rut', /^\d{1,2}\.?\d{3}\.?\d{3}-[\dkK]$/),
  national('CN', 'ric', /^\d{17}[\dXx]$/),
  national('CZ', 'rc', /^\d{6}\/\d{3,4}$/),
  national('DE', 'idnr', /^\d{2} ?\d{3} ?\d{3} ?\d{3}$/),
  national('DE', 'svnr', /^\d{2} ?\d{6} ?[A-Z] ?\d{3}$/),
  written('DK', /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-\d{4}$/),
  national('DO', 'cedula', /^\d{3}-\d{7}-\d$/),
  national('EC', 'ci', /^\d{10}$/, 'named'),
  national('EE', 'ik', /^\d{11}$/),
  national('ES', 'dni', /^\d{1,2}\.?\d{3}\.?\d{3}[ -]?[A-Za-z]$/),
  national('ES', 'nie', /^[XYZxyz][ -]?\d{7}[ -]?[A-Za-z]$/),
  national('FI', 'hetu', /^\d{6}[-+A]\d{3}[0-9A-Y]$/),
  national('FR', 'nir', /^[1-478] ?\d{2} ?\d{2} ?\d[\dAB] ?\d{3} ?\d{3} ?\d{2}$/),
  national('GB', 'nino', /^[A-Za-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Da-d]$/),
  national('GR', 'amka', /^\d{11}$/),
  national('HK', 'hkid', /^[A-Z]{1,2}\d{6}\(?[\dA]\)?$/),
  national('HR', 'oib', /^\d{11}$/, 'named'),
  { ...written('ID', /^\d{16}$/), counts: 'named' },
  national('IE', 'pps', /^\d{7}[A-Wa-w][A-IWa-iw]?$/),
  national('IL', 'idnr', /^\d{9}$/, 'named'),
  national('IN', 'aadhaar', /^\d{4} \d{4} \d{4}$/),
  national('IN', 'aadhaar', /^\d{12}$/, 'named'),
  national('IN', 'pan', /^[A-Z]{3}[ABCFGHLJPTK][A-Z]\d{4}[A-Z]$/),
  national('IS', 'kennitala', /^\d{6}-\d{4}$/),
  national('IT', 'codicefiscale', /^[A-Za-z]{6}\d{2}[A-EHLMPRSTa-ehlmprst]\d{2}[A-Za-z]\d{3}[A-Za-z]$/),
  written('IT', /^[A-Za-z]{6}\d{2}[A-EHLMPRSTa-ehlmprst]\d{2}[A-Za-z]\d{3}[A-Za-z]$/),
  written('KR', /^\d{6}-[1-8]\d{6}$/),
  national('LT', 'asmens', /^\d{11}$/),
  national('MX', 'curp', /^[A-Za-z]{4}\d{6}[HMhm][A-Za-z]{5}[A-Za-z0-9]\d$/),
  written('MX', /^[A-Za-z]{4}\d{6}[HMhm][A-Za-z]{5}[A-Za-z0-9]\d$/),
  national('MX', 'rfc', /^[A-Z]{4}\d{6}[A-Z0-9]{3}$/),
  written('MY', /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-\d{2}-\d{4}$/),
  national('NL', 'bsn', /^\d{9}$/, 'named'),
  national('NO', 'fodselsnummer', /^\d{6} ?\d{5}$/),
  national('PK', 'cnic', /^\d{5}-\d{7}-\d$/),
  national('PL', 'pesel', /^\d{11}$/),
  national('PT', 'cc', /^\d{8} ?\d ?[A-Z]{2}\d$/),
  national('PT', 'nif', /^\d{3} ?\d{3} ?\d{3}$/, 'named'),
  national('RO', 'cnp', /^\d{13}$/),
  national('RU', 'inn', /^\d{12}$/, 'named'),
  written('RU', /^\d{3}-\d{3}-\d{3} \d{2}$/),
  national('SE', 'personnummer', /^(?:19|20)?\d{6}[-+]\d{4}$/),
  national('SE', 'personnummer', /^(?:19|20)\d{10}$/),
  written('SG', /^[STFGM]\d{7}[A-Z]$/),
  national('SK', 'rc', /^\d{6}\/\d{3,4}$/),
  national('SI', 'emso', /^\d{13}$/),
  national('TH', 'idnr', /^\d[ -]?\d{4}[ -]?\d{5}[ -]?\d{2}[ -]?\d$/),
  national('TR', 'tckimlik', /^\d{11}$/),
  national('TW', 'natid', /^[A-Z][12]\d{8}$/),
  national('UA', 'rntrc', /^\d{10}$/, 'named'),
  { country: 'US', form: /^(?!000|666|9)\d{3}(?: \d{2} |-\d{2}-)\d{4}$/, counts: 'anywhere', isValid: () => true },
  national('US', 'ssn', /^\d{9}$/, 'named'),
  national('UY', 'cedula', /^\d\.?\d{3}\.?\d{3}-?\d$/, 'named'),
  national('VE', 'rif', /^[VEJPG]-?\d{8}-?\d$/),
  national('ZA', 'idnr', /^\d{6} ?\d{4} ?\d{2} ?\d$/),
];

/** Every form at once, the long ones first, so that each place of a text is tried once. */
const ANY = new RegExp(
  `(?<![\\p{L}\\p{N}_@#$€£])(?:${[...new Set(NATIONALS.map(({ form }) => form.source.slice(1, -1)))]
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![\\p{L}\\p{N}_@])`,
  'gu',
);
/** Checks that one text may cost. Beyond them a number counts only behind its word. */
const MAX_CHECKS = 800;
const NAMED_WITHIN_CHARS = 60;
const BEFORE_CHARS = 40;

/** National numbers of about fifty countries, by form and check. */
export const nationalNumber: Recognizer = {
  name: 'national_number',
  kind: 'national_id',
  countries: [...new Set(NATIONALS.map(({ country }) => country))],
  covers: 'identity, tax and insurance numbers of people that pass their check, wherever they stand',
  find(reading) {
    let checks = 0;
    return spansOf(reading.text, ANY, 'national_id', ({ 0: value, index }) => {
      if (checks > MAX_CHECKS) return false;
      const forms = NATIONALS.filter(({ form }) => form.test(value));
      checks += forms.length;
      return isNumber(reading, value, index, forms);
    });
  },
};

function isNumber({ text, cues }: Reading, value: string, start: number, forms: readonly National[]): boolean {
  const before = text.slice(Math.max(0, start - BEFORE_CHARS), start);
  const isThing = /^\d+$/.test(value) && BEFORE_THING.test(before);
  const isNamed = () => cues.isBefore('documents', start, NAMED_WITHIN_CHARS);
  return forms.some(
    ({ counts, isValid }) => (counts === 'named' ? isNamed() : !isThing) && isValid(value.toUpperCase()),
  );
}
