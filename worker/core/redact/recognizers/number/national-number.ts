import { validate as arCuit } from 'stdnum/lib/cjs/ar/cuit.js';
import { validate as arDni } from 'stdnum/lib/cjs/ar/dni.js';
import { validate as auTfn } from 'stdnum/lib/cjs/au/tfn.js';
import { validate as baJmbg } from 'stdnum/lib/cjs/ba/jmbg.js';
import { validate as beInsz } from 'stdnum/lib/cjs/be/insz.js';
import { validate as bgEgn } from 'stdnum/lib/cjs/bg/egn.js';
import { validate as brCpf } from 'stdnum/lib/cjs/br/cpf.js';
import { validate as caSin } from 'stdnum/lib/cjs/ca/sin.js';
import { validate as chSsn } from 'stdnum/lib/cjs/ch/ssn.js';
import { validate as clRut } from 'stdnum/lib/cjs/cl/rut.js';
import { validate as cnRic } from 'stdnum/lib/cjs/cn/ric.js';
import { validate as czRc } from 'stdnum/lib/cjs/cz/rc.js';
import { validate as deIdnr } from 'stdnum/lib/cjs/de/idnr.js';
import { validate as deSvnr } from 'stdnum/lib/cjs/de/svnr.js';
import { validate as doCedula } from 'stdnum/lib/cjs/do/cedula.js';
import { validate as ecCi } from 'stdnum/lib/cjs/ec/ci.js';
import { validate as eeIk } from 'stdnum/lib/cjs/ee/ik.js';
import { validate as esDni } from 'stdnum/lib/cjs/es/dni.js';
import { validate as esNie } from 'stdnum/lib/cjs/es/nie.js';
import { validate as fiHetu } from 'stdnum/lib/cjs/fi/hetu.js';
import { validate as frNir } from 'stdnum/lib/cjs/fr/nir.js';
import { validate as gbNino } from 'stdnum/lib/cjs/gb/nino.js';
import { validate as grAmka } from 'stdnum/lib/cjs/gr/amka.js';
import { validate as hkHkid } from 'stdnum/lib/cjs/hk/hkid.js';
import { validate as hrOib } from 'stdnum/lib/cjs/hr/oib.js';
import { validate as iePps } from 'stdnum/lib/cjs/ie/pps.js';
import { validate as ilIdnr } from 'stdnum/lib/cjs/il/idnr.js';
import { validate as inAadhaar } from 'stdnum/lib/cjs/in/aadhaar.js';
import { validate as inPan } from 'stdnum/lib/cjs/in/pan.js';
import { validate as isKennitala } from 'stdnum/lib/cjs/is/kennitala.js';
import { validate as itCodicefiscale } from 'stdnum/lib/cjs/it/codicefiscale.js';
import { validate as ltAsmens } from 'stdnum/lib/cjs/lt/asmens.js';
import { validate as mxCurp } from 'stdnum/lib/cjs/mx/curp.js';
import { validate as mxRfc } from 'stdnum/lib/cjs/mx/rfc.js';
import { validate as nlBsn } from 'stdnum/lib/cjs/nl/bsn.js';
import { validate as noFodselsnummer } from 'stdnum/lib/cjs/no/fodselsnummer.js';
import { validate as pkCnic } from 'stdnum/lib/cjs/pk/cnic.js';
import { validate as plPesel } from 'stdnum/lib/cjs/pl/pesel.js';
import { validate as ptCc } from 'stdnum/lib/cjs/pt/cc.js';
import { validate as ptNif } from 'stdnum/lib/cjs/pt/nif.js';
import { validate as roCnp } from 'stdnum/lib/cjs/ro/cnp.js';
import { validate as ruInn } from 'stdnum/lib/cjs/ru/inn.js';
import { validate as sePersonnummer } from 'stdnum/lib/cjs/se/personnummer.js';
import { validate as siEmso } from 'stdnum/lib/cjs/si/emso.js';
import { validate as skRc } from 'stdnum/lib/cjs/sk/rc.js';
import { validate as thIdnr } from 'stdnum/lib/cjs/th/idnr.js';
import { validate as trTckimlik } from 'stdnum/lib/cjs/tr/tckimlik.js';
import { validate as twNatid } from 'stdnum/lib/cjs/tw/natid.js';
import { validate as uaRntrc } from 'stdnum/lib/cjs/ua/rntrc.js';
import { validate as usSsn } from 'stdnum/lib/cjs/us/ssn.js';
import { validate as uyCedula } from 'stdnum/lib/cjs/uy/cedula.js';
import { validate as veRif } from 'stdnum/lib/cjs/ve/rif.js';
import { validate as zaIdnr } from 'stdnum/lib/cjs/za/idnr.js';
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

type Validate = (number: string) => { isValid: boolean };

/** Checks come one by one: the library as a whole costs a start 200 ms. */
const national = (
  country: string,
  validate: Validate,
  form: RegExp,
  counts: National['counts'] = 'anywhere',
): National => ({ country, form, counts, isValid: (number) => validate(number).isValid });
/** A form that says enough, of a number without a check or of one that the library lacks. */
const written = (country: string, form: RegExp): National => ({
  country,
  form,
  counts: 'anywhere',
  isValid: () => true,
});

/** Forms are those of the number as written, blanks and all. Source: the registrars, as python-stdnum documents them. */
const NATIONALS: readonly National[] = [
  national('AR', arCuit, /^\d{2}-\d{8}-\d$/),
  national('AR', arDni, /^\d{1,2}\.?\d{3}\.?\d{3}$/, 'named'),
  national('AU', auTfn, /^\d{3} ?\d{3} ?\d{3}$/, 'named'),
  national('BA', baJmbg, /^\d{13}$/),
  national('BE', beInsz, /^\d{2}\.?\d{2}\.?\d{2}[-. ]?\d{3}[-. ]?\d{2}$/),
  national('BG', bgEgn, /^\d{10}$/),
  national('BR', brCpf, /^\d{3}\.?\d{3}\.?\d{3}-?\d{2}$/),
  written('BR', /^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$/),
  national('CA', caSin, /^\d{3}(?: \d{3} |-\d{3}-)\d{3}$/),
  national('CA', caSin, /^\d{9}$/, 'named'),
  national('CH', chSsn, /^756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}$/),
  national('CL', clRut, /^\d{1,2}\.?\d{3}\.?\d{3}-[\dkK]$/),
  national('CN', cnRic, /^\d{17}[\dXx]$/),
  national('CZ', czRc, /^\d{6}\/\d{3,4}$/),
  national('DE', deIdnr, /^\d{2} ?\d{3} ?\d{3} ?\d{3}$/),
  national('DE', deSvnr, /^\d{2} ?\d{6} ?[A-Z] ?\d{3}$/),
  written('DK', /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-\d{4}$/),
  national('DO', doCedula, /^\d{3}-\d{7}-\d$/),
  national('EC', ecCi, /^\d{10}$/, 'named'),
  national('EE', eeIk, /^\d{11}$/),
  national('ES', esDni, /^\d{1,2}\.?\d{3}\.?\d{3}[ -]?[A-Za-z]$/),
  national('ES', esNie, /^[XYZxyz][ -]?\d{7}[ -]?[A-Za-z]$/),
  national('FI', fiHetu, /^\d{6}[-+A]\d{3}[0-9A-Y]$/),
  national('FR', frNir, /^[1-478] ?\d{2} ?\d{2} ?\d[\dAB] ?\d{3} ?\d{3} ?\d{2}$/),
  national('GB', gbNino, /^[A-Za-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Da-d]$/),
  national('GR', grAmka, /^\d{11}$/),
  national('HK', hkHkid, /^[A-Z]{1,2}\d{6}\(?[\dA]\)?$/),
  national('HR', hrOib, /^\d{11}$/, 'named'),
  { ...written('ID', /^\d{16}$/), counts: 'named' },
  national('IE', iePps, /^\d{7}[A-Wa-w][A-IWa-iw]?$/),
  national('IL', ilIdnr, /^\d{9}$/, 'named'),
  national('IN', inAadhaar, /^\d{4} \d{4} \d{4}$/),
  national('IN', inAadhaar, /^\d{12}$/, 'named'),
  national('IN', inPan, /^[A-Z]{3}[ABCFGHLJPTK][A-Z]\d{4}[A-Z]$/),
  national('IS', isKennitala, /^\d{6}-\d{4}$/),
  national('IT', itCodicefiscale, /^[A-Za-z]{6}\d{2}[A-EHLMPRSTa-ehlmprst]\d{2}[A-Za-z]\d{3}[A-Za-z]$/),
  written('IT', /^[A-Za-z]{6}\d{2}[A-EHLMPRSTa-ehlmprst]\d{2}[A-Za-z]\d{3}[A-Za-z]$/),
  written('KR', /^\d{6}-[1-8]\d{6}$/),
  national('LT', ltAsmens, /^\d{11}$/),
  national('MX', mxCurp, /^[A-Za-z]{4}\d{6}[HMhm][A-Za-z]{5}[A-Za-z0-9]\d$/),
  written('MX', /^[A-Za-z]{4}\d{6}[HMhm][A-Za-z]{5}[A-Za-z0-9]\d$/),
  national('MX', mxRfc, /^[A-Z]{4}\d{6}[A-Z0-9]{3}$/),
  written('MY', /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-\d{2}-\d{4}$/),
  national('NL', nlBsn, /^\d{9}$/, 'named'),
  national('NO', noFodselsnummer, /^\d{6} ?\d{5}$/),
  national('PK', pkCnic, /^\d{5}-\d{7}-\d$/),
  national('PL', plPesel, /^\d{11}$/),
  national('PT', ptCc, /^\d{8} ?\d ?[A-Z]{2}\d$/),
  national('PT', ptNif, /^\d{3} ?\d{3} ?\d{3}$/, 'named'),
  national('RO', roCnp, /^\d{13}$/),
  national('RU', ruInn, /^\d{12}$/, 'named'),
  written('RU', /^\d{3}-\d{3}-\d{3} \d{2}$/),
  national('SE', sePersonnummer, /^(?:19|20)?\d{6}[-+]\d{4}$/),
  national('SE', sePersonnummer, /^(?:19|20)\d{10}$/),
  written('SG', /^[STFGM]\d{7}[A-Z]$/),
  national('SK', skRc, /^\d{6}\/\d{3,4}$/),
  national('SI', siEmso, /^\d{13}$/),
  national('TH', thIdnr, /^\d[ -]?\d{4}[ -]?\d{5}[ -]?\d{2}[ -]?\d$/),
  national('TR', trTckimlik, /^\d{11}$/),
  national('TW', twNatid, /^[A-Z][12]\d{8}$/),
  national('UA', uaRntrc, /^\d{10}$/, 'named'),
  { country: 'US', form: /^(?!000|666|9)\d{3}(?: \d{2} |-\d{2}-)\d{4}$/, counts: 'anywhere', isValid: () => true },
  national('US', usSsn, /^\d{9}$/, 'named'),
  national('UY', uyCedula, /^\d\.?\d{3}\.?\d{3}-?\d$/, 'named'),
  national('VE', veRif, /^[VEJPG]-?\d{8}-?\d$/),
  national('ZA', zaIdnr, /^\d{6} ?\d{4} ?\d{2} ?\d$/),
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
