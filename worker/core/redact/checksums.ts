/** Luhn's sum, as cards, Canadian SIN and Swedish numbers carry it. Source: ISO/IEC 7812-1 annex B. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const value = at % 2 === 1 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return digits.length > 1 && sum % 10 === 0;
}

/** A payment card by issuer range and length, and Luhn. Source: the issuers' published ranges. */
export function isCard(digits: string): boolean {
  return CARD_RANGES.test(digits) && isLuhn(digits) && !/^(\d)\1+$/.test(digits);
}
const CARD_RANGES =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[0-8]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35\d{14}|6\d{15,18})$/;

/** Mod 97 over an IBAN without spaces. Source: ISO 13616, ISO 7064 mod 97-10. */
export function isIban(iban: string): boolean {
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

/** Brazil's CPF: two check digits, each the weighted sum times ten, modulo eleven. Source: Receita Federal. */
export function isCpf(digits: string): boolean {
  if (digits.length !== 11 || /^(\d)\1+$/.test(digits)) return false;
  return [9, 10].every((at) => ((weightedDown(digits, at, at + 1) * 10) % 11) % 10 === Number(digits[at]));
}

function weightedDown(digits: string, length: number, from: number): number {
  let sum = 0;
  for (let at = 0; at < length; at++) sum += (from - at) * Number(digits[at]);
  return sum;
}

/** China's resident number: ISO 7064 mod 11-2 over 18 signs, a date inside. Source: GB 11643-1999. */
export function isChinaId(id: string): boolean {
  if (!/^[1-9]\d{5}(?:18|19|20)\d{2}[01]\d[0-3]\d\d{3}[\dXx]$/.test(id)) return false;
  let rest = 0;
  for (let at = 0; at < 18; at++)
    rest = (rest + (2 ** (17 - at) % 11) * (/[Xx]/.test(id[at]!) ? 10 : Number(id[at]))) % 11;
  return rest === 1;
}

/** France's NIR with its key of two digits: 97 minus the number modulo 97. Corsica's letters are not read. */
export function isNir(digits: string): boolean {
  if (!/^[1-478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)\d{10}$/.test(digits)) return false;
  return 97 - Number(BigInt(digits.slice(0, 13)) % 97n) === Number(digits.slice(13));
}

/** India's Aadhaar: Verhoeff's scheme over twelve digits, the first not 0 or 1. Source: UIDAI. */
export function isAadhaar(digits: string): boolean {
  if (!/^[2-9]\d{11}$/.test(digits)) return false;
  let check = 0;
  for (let at = 0; at < digits.length; at++) {
    check = TIMES[check]![permuted(at % 8, Number(digits[digits.length - 1 - at]))]!;
  }
  return check === 0;
}

const TIMES = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
].map((row) => [...row].map(Number));
const STEP = [...'1576283094'].map(Number);

function permuted(times: number, digit: number): number {
  let value = digit;
  for (let at = 0; at < times; at++) value = STEP[value]!;
  return value;
}

/** Spain's DNI and NIE: the letter is the number modulo 23. Source: Ministerio del Interior. */
export function isSpanishId(id: string): boolean {
  const match = /^([XYZ]?)(\d{7,8})([A-Z])$/.exec(id.toUpperCase().replace(/[\s.-]/g, ''));
  if (!match) return false;
  const [, first, digits, letter] = match;
  if ((first === '') !== (digits!.length === 8)) return false;
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(`${first === '' ? '' : 'XYZ'.indexOf(first!)}${digits}`) % 23] === letter;
}

/** Germany's tax id: ISO 7064 mod 11,10 over eleven digits. Source: BZSt. */
export function isGermanTaxId(digits: string): boolean {
  if (!/^[1-9]\d{10}$/.test(digits)) return false;
  let product = 10;
  for (const digit of digits.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits[10]);
}
