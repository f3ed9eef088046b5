import { expect, it } from 'vitest';
import { languageAmong } from '../../../worker/core/language/language.ts';

it.each([
  ['en', 'How do I reset my password when the email never arrives?'],
  ['de', 'Wie kann ich mein Passwort zurücksetzen, wenn keine E-Mail ankommt?'],
  ['es', 'Hola, no puedo iniciar sesión en mi cuenta desde ayer por la tarde'],
  ['fr', 'Bonjour, je ne peux pas me connecter à mon compte depuis hier'],
  ['pt', 'Olá, não consigo entrar na minha conta desde ontem à noite'],
  ['nl', 'Ik kan sinds gisteren niet meer inloggen op mijn account'],
  ['ja', 'パスワードをリセットする方法を教えてください'],
  ['ko', '비밀번호를 재설정하는 방법을 알려 주세요'],
  ['zh', '我无法登录我的账户,请问怎么重置密码'],
])('knows %s', (code, text) => {
  expect(languageAmong(text, [])).toBe(code);
  expect(languageAmong(text, ['en', code])).toBe(code);
});

it.each([
  '',
  'refund pls',
  'ok',
  '12345',
  'https://help.example.com/de/artikel/passwort-vergessen',
  'a@b.example c@d.example',
  '…',
])('does not guess at %j', (text) => {
  expect(languageAmong(text, [])).toBe(null);
});

it.each([
  'invoice export csv missing columns',
  'export dashboard widget layout template columns',
  'Payroll calendar sync webhook timeout staging',
  'kiosk tablet punch clock overtime export error',
])('takes no words of a product for another language: %s', (text) => {
  for (const codes of [[], ['en', 'hu', 'de'], ['de', 'hu']])
    expect(['en', null]).toContain(languageAmong(text, codes));
});

it.each([
  ['wie kündige ich', ['en', 'de'], 'de'],
  ['pourquoi je ne reçois rien', ['en', 'fr'], 'fr'],
  ['how do I cancel', ['de', 'en'], 'en'],
])('knows short words by their grammar: %s', (text, codes, code) => {
  expect(languageAmong(text, codes)).toBe(code);
});

it('is none of the languages asked for where it is another one', () => {
  const dutch = 'Ik kan sinds gisteren niet meer inloggen op mijn account en krijg geen mail';
  expect(languageAmong(dutch, ['en', 'de'])).toBe(null);
  expect(languageAmong('パスワードをリセットする方法を教えてください', ['en'])).toBe(null);
});
