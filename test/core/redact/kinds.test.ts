import { describe, expect, it } from 'vitest';
import { NOBODY } from '../../../worker/core/redact/known.ts';
import { redact } from '../../../worker/core/redact/redact.ts';

/** One text a kind, and what must not be left of it. */
const PERSONAL: readonly (readonly [kind: string, text: string, gone: string])[] = [
  ['a number that is said to be somebody’s own', 'My player number is 55210937 and I can’t log in.', '55210937'],
  ['the same, in one word', 'Meine Vereinsnummer lautet 20934417.', '20934417'],
  ['the same, with the possessive as an ending', 'رقم اشتراكي 55201938', '55201938'],
  ['the same, with the possessive behind', 'mã số sinh viên của tôi là 20194421', '20194421'],
  ['the number of a card that no list names', 'laissez-passer : carte de séjour 9902088612', '9902088612'],
  ['a document in another case', 'Мой номер указан в паспорте 4510 123456.', '123456'],
  ['a document behind its article in one word', 'מספר הדרכון שלי 12345678 לא מתקבל', '12345678'],
  ['a plate whose letters stand last', 'mi matrícula es 1234 BCD y no la reconoce', '1234 BCD'],
  ['a code between commas', 'el PIN que me mandaron, 9034, no sirve', '9034'],
  ['a code in brackets', '認証コード「553201」が使えません', '553201'],
  ['a code sign by sign', 'code is 4 4 7 1 9 2', '4 4 7 1'],
  ['a password behind any copula', 'mon mot de passe c’est Soleil#88', 'Soleil#88'],
  ['a password with words before its colon', 'hasło do konta: Jesien-2025!', 'Jesien-2025!'],
  ['a date of birth whose day has a dot', 'geboren am 3. März 1979', '3. März 1979'],
  ['a date of birth with its month as a word', 'born 17-Aug-1994, so I get the youth fare', '17-Aug-1994'],
  ['an address before the words for it', '12-A, Gulshan-e-Iqbal, Block 5, Karachi is my home address', '12-A'],
  ['a player’s name with his tag', 'my riot id is zedmain#EUW1', 'zedmain'],
  ['a mail address said in the words of its language', 'schreib mir an k.huber bei gmx punkt de', 'huber'],
  ['a first name in small letters', 'our plumber ignatius needs a login', 'ignatius'],
  ['a name that is nobody’s yet, behind a verb of telling', 'could you tell gwendal that the van is late', 'gwendal'],
  ['a family with a form of its own', 'Can you transfer the license from Fitzgerald to O’Malley?', 'Malley'],
  ['a family in another case', 'Бронь оформлена на Зульфию Рахматуллину.', 'Рахматуллину'],
  ['whom a contract names', '预订人是司徒雅婷，请帮我改期。', '司徒雅婷'],
  ['a condition behind a verb that says whose it is', 'estoy embarazada y necesito pausar', 'embarazada'],
];

const FACTS = [
  'My order number is 7700000001.',
  'What is my version number? It says 12.4.10233.',
  'Our limit is 10000 rows and the number of users is 25000.',
  'The graphics card RTX 4090 needs driver 551.86 or newer.',
  'In test mode pay with the card 4242 4242 4242 4242.',
  'The default password policy needs 12 characters and one number.',
  'Choose a goal called Outbound Link: Click and save.',
  'Use Debian Buster or Ubuntu 22.04.',
  'Der Code besteht aus 6 Ziffern und ist 10 Minuten gültig.',
  'C# 12 and F#8 are supported, see issue#4512.',
  'La firma manca nelle chiamate di massima priorità.',
  'Откройте раздел Мои Поездки и нажмите Отменить Бронь.',
];

describe('personal data', () => {
  it.each(PERSONAL)('takes out %s', (_, text, gone) => {
    expect(redact(text, NOBODY).text).not.toContain(gone);
  });

  it.each(FACTS)('leaves the fact as it is: %s', (text) => {
    expect(redact(text, NOBODY).text).toBe(text);
  });
});
