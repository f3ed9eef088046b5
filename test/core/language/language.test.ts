import { expect, it } from 'vitest';
import { languageOf } from '../../../worker/core/language/language.ts';

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
  expect(languageOf(text)).toEqual({ code, isSure: true });
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
  expect(languageOf(text)).toEqual({ code: 'und', isSure: false });
});
