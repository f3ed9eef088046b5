import fc from 'fast-check';
import { expect, it } from 'vitest';
import { redact } from '../../../worker/core/redact/redact.ts';
import { foldText } from '../../../worker/core/redact/shadow.ts';

const NOBODY = { names: [], emails: [], phones: [] };
const digit = fc.integer({ min: 0, max: 9 }).map(String);
const digits = (count: number) => fc.array(digit, { minLength: count, maxLength: count }).map((list) => list.join(''));
const word = fc.stringMatching(/^[a-z]{3,9}$/);

const luhn = (body: string) => {
  const sum = [...body].reverse().reduce((total, each, at) => {
    const value = Number(each) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
};
const iban = (body: string) => {
  let rest = 0;
  for (const each of `${body}131400`) rest = (rest * 10 + Number(each)) % 97;
  return `DE${String(98 - rest).padStart(2, '0')}${body}`;
};

/** Each kind as written plainly, in the words that people put around it. */
const PLAIN: Record<string, fc.Arbitrary<string>> = {
  email: fc
    .tuple(word, word, fc.constantFrom('com', 'org', 'de', 'co.uk', 'io'))
    .map(([a, b, c]) => `${a}.${b}@${b}${a}.${c}`),
  phone: fc
    .tuple(fc.constantFrom('+1 415', '+44 7911', '+49 170', '+33 6', '+81 90', '+55 11'), digits(4), digits(4))
    .map((parts) => parts.join(' ')),
  nanp: fc
    .tuple(fc.integer({ min: 201, max: 989 }), fc.integer({ min: 200, max: 999 }), digits(4))
    .map(([a, b, c]) => `${a}-${b}-${c}`),
  card: digits(14).map((body) => luhn(`4${body}`).replace(/(\d{4})(?=\d)/g, '$1 ')),
  iban: digits(18).map((body) => iban(body).replace(/(.{4})(?=.)/g, '$1 ')),
  ssn: fc
    .tuple(fc.integer({ min: 100, max: 665 }), fc.integer({ min: 10, max: 99 }), fc.integer({ min: 1000, max: 9999 }))
    .map((parts) => parts.join('-')),
  ip: fc
    .tuple(
      fc.integer({ min: 20, max: 126 }),
      fc.integer({ min: 2, max: 254 }),
      fc.integer({ min: 2, max: 254 }),
      fc.integer({ min: 2, max: 253 }),
    )
    .map((parts) => parts.join('.')),
  token: fc.stringMatching(/^[A-Za-z0-9]{36}$/).map((body) => `ghp_${body}`),
  link: fc.stringMatching(/^[a-f0-9]{16}$/).map((body) => `https://app.example.com/reset?token=${body}`),
};

/** What people and attackers do to it; each leaves a person able to read it. */
const each = (change: (sign: string, at: number) => string) => (text: string) => [...text].map(change).join('');
const DISGUISES: Record<string, [kinds: string[], (text: string) => string]> = {
  plain: [Object.keys(PLAIN), (text) => text],
  'zero width': [Object.keys(PLAIN), each((sign, at) => (at % 3 === 1 ? `\u200b${sign}` : sign))],
  'soft hyphens': [Object.keys(PLAIN), each((sign, at) => (at % 4 === 2 ? `\u00ad${sign}` : sign))],
  'full width': [
    Object.keys(PLAIN),
    each((sign) => (/[!-~]/.test(sign) ? String.fromCodePoint(sign.codePointAt(0)! + 0xfee0) : sign)),
  ],
  'Arabic-Indic digits': [
    ['phone', 'nanp', 'card', 'ssn', 'ip'],
    each((sign) => (/\d/.test(sign) ? String.fromCodePoint(0x660 + Number(sign)) : sign)),
  ],
  'Devanagari digits': [
    ['phone', 'nanp', 'card', 'ssn'],
    each((sign) => (/\d/.test(sign) ? String.fromCodePoint(0x966 + Number(sign)) : sign)),
  ],
  'bold digits': [
    ['phone', 'nanp', 'card', 'ssn', 'iban'],
    each((sign) => (/\d/.test(sign) ? String.fromCodePoint(0x1d7ce + Number(sign)) : sign)),
  ],
  entities: [Object.keys(PLAIN), each((sign, at) => (at % 2 ? `&#${sign.codePointAt(0)};` : sign))],
  'hex entities': [['email', 'card', 'phone', 'iban'], each((sign) => `&#x${sign.codePointAt(0)!.toString(16)};`)],
  'no-break spaces': [['phone', 'card', 'iban'], (text) => text.replaceAll(' ', '\u00a0')],
  dots: [['phone', 'nanp', 'card'], (text) => text.replace(/[ -]/g, '.')],
  dashes: [['nanp', 'ssn', 'card'], (text) => text.replace(/[ -]/g, '–')],
  'spaced digits': [['card', 'nanp', 'phone'], (text) => [...text.replace(/\D/g, '')].join(' ')],
  glued: [['card', 'iban', 'phone'], (text) => text.replaceAll(' ', '')],
  'small letters': [['iban'], (text) => text.toLowerCase()],
  'at and dot in words': [['email'], (text) => text.replace('@', ' at ').replaceAll('.', ' dot ')],
  'at and dot in brackets': [['email'], (text) => text.replace('@', ' [at] ').replaceAll('.', ' (dot) ')],
  'dots in brackets': [['ip'], (text) => text.replaceAll('.', '[.]')],
  'digits in words': [
    ['nanp', 'card'],
    (text) =>
      [...text.replace(/\D/g, '')]
        .map((sign) => 'zero one two three four five six seven eight nine'.split(' ')[Number(sign)])
        .join(' '),
  ],
};
const AROUND = [
  ['It fails since Monday. ', ''],
  ['you can use ', ' for it, thanks'],
  ['(', ')'],
  ['see: ', '.'],
  ['\n- ', '\n'],
  ['"', '"'],
];

it.each(Object.entries(DISGUISES))('takes out every variant: %s', (_, [kinds, disguise]) => {
  for (const kind of kinds) {
    fc.assert(
      fc.property(PLAIN[kind]!, fc.constantFrom(...AROUND), (plain, [before, after]) => {
        const written = disguise(plain);
        const clean = foldText(redact(`${before}${written}${after}`, NOBODY).text);
        const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
        const secret = bare(foldText(written)).replace(/^https?appexamplecomresettoken/, '');
        const found = [0, Math.floor(secret.length / 3), secret.length - 6].filter((at) =>
          bare(clean).includes(secret.slice(at, at + 6)),
        );
        expect(found, `${kind}: ${written} left ${clean}`).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }
});
