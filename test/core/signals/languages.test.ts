import { expect, it } from 'vitest';
import { type SignalInput, signalsOf } from '../../../worker/core/signals/signals.ts';
import { inputOf, said } from '../said.ts';

const kinds = (language: string, lines: string[], more: Partial<SignalInput> = {}) =>
  signalsOf(inputOf(said(lines, { language }), more)).map(({ kind }) => kind);

it.each([
  ['de', 'Das ist inakzeptabel, ich warte seit Wochen!'],
  ['de', 'Ich bin wirklich sehr enttäuscht von Ihnen.'],
  ['fr', 'C’est inadmissible, personne ne répond.'],
  ['fr', 'Je suis vraiment déçue de votre service.'],
  ['es', 'Esto es inaceptable, nadie responde.'],
  ['es', 'Estoy harta de esperar una respuesta.'],
  ['pt', 'Isso é inaceitável, ninguém responde.'],
  ['pt', 'Estou muito decepcionado com o atendimento.'],
  ['ja', 'いい加減にしてください。何度も同じことを言っています。'],
])('frustration is read in %s: %s', (language, text) => {
  expect(kinds(language, [`c: ${text}`])).toContain('frustration');
});

it.each([
  ['de', 'Der Fehler ist nicht inakzeptabel, nur lästig.'],
  ['de', 'Wie exportiere ich den Bericht? Ich warte auf die Datei.'],
  ['fr', 'Comment exporter le rapport ? Je ne suis pas frustré, juste curieux.'],
  ['es', '¿Cómo exporto el informe? No estoy harto, solo pregunto.'],
  ['pt', 'Como exporto o relatório? Não estou frustrado.'],
  ['ja', 'レポートの書き出し方法を教えてください。'],
])('and not where nobody is frustrated, in %s: %s', (language, text) => {
  expect(kinds(language, [`c: ${text}`])).toEqual([]);
});

it.each([
  ['de', 'c: Ich möchte mit einem Vorgesetzten sprechen.'],
  ['de', 'a: Ich habe Ihre Anfrage an das Technikteam weitergeleitet.'],
  ['fr', 'c: Je veux parler à un responsable.'],
  ['fr', "a: J'ai transmis votre demande à l'équipe technique."],
  ['es', 'c: Quiero hablar con un supervisor.'],
  ['es', 'a: He escalado su caso al equipo técnico.'],
  ['pt', 'c: Quero falar com um supervisor.'],
  ['pt', 'a: Encaminhei o seu caso para a equipe técnica.'],
  ['ja', 'c: 責任者に代わってください。'],
  ['ja', 'a: 専門部署に引き継ぎいたします。'],
])('an escalation is read in %s: %s', (language, line) => {
  expect(kinds(language, ['c: Wie? Comment? ¿Cómo?', line])).toContain('escalation');
});

it.each([
  ['de', 'Ich bin mir nicht sicher, ob das noch geht.'],
  ['de', 'Soweit ich weiß, geht das nur im großen Tarif.'],
  ['fr', 'Je ne suis pas sûr que ce soit possible.'],
  ['es', 'No estoy seguro de si se puede.'],
  ['pt', 'Não tenho certeza se isso é possível.'],
  ['ja', '社内に確認いたします。おそらく可能だと思います。'],
])('doubt of an agent is read in %s: %s', (language, text) => {
  expect(kinds(language, ['c: ?', `a: ${text}`])).toContain('low_confidence');
});

it.each([
  ['de', 'Sind Sie nicht sicher, welchen Tarif Sie haben?'],
  ['de', 'Ich prüfe kurz Ihr Konto.'],
  ['fr', 'Je vérifie votre compte. Vous êtes sûr du nom ?'],
  ['es', 'Reviso su cuenta y le aviso.'],
  ['pt', 'Vou verificar a sua conta agora.'],
  ['ja', 'アカウントを確認いたします。'],
])('work is no doubt, in %s: %s', (language, text) => {
  expect(kinds(language, ['c: ?', `a: ${text}`])).toEqual([]);
});

it('says the same again in another language too', () => {
  const lines = [
    'c: Ich kann den Bericht nicht als Tabelle exportieren.',
    'a: Öffnen Sie die Berichte und wählen Sie Exportieren als Tabelle.',
    'c: Ich kann den Bericht immer noch nicht als Tabelle exportieren, die Datei ist leer.',
  ];
  expect(kinds('de', lines)).toContain('rephrase');
});

it('is silent in a language that has no folder', () => {
  expect(kinds('fi', ['c: This is unacceptable, nobody answers!'])).toEqual([]);
});
