import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../../worker/core/conversation/questions.ts';
import { said } from '../said.ts';

const asked = (lines: string[], more: Parameters<typeof said>[1] = {}) =>
  questionsOf(said(lines, { subject: '', ...more })).map(({ text, agentTurns }) => [
    text,
    agentTurns.map((one) => one.text),
  ]);

describe('a conversation that asks two things', () => {
  it.each([
    'How do I export my report? Also, where can I change the invoice address?',
    'How do I export my report?\n\nSecond question: where can I change the invoice address?',
    'How do I export my report? And another thing: where can I change the invoice address?',
    'How do I export my report?\nWhere can I change the invoice address of my company?',
  ])('is two questions, each with its own answers: %j', (text) => {
    const answers = ['a: Open Reports and choose Export.', 'a: Billing has the invoice address, press Edit there.'];
    const found = asked([`c: ${text}`, ...answers]);
    expect(found).toHaveLength(2);
    expect(found.map(([, said]) => said)).toEqual([
      ['Open Reports and choose Export.'],
      ['Billing has the invoice address, press Edit there.'],
    ]);
  });

  it.each([
    ['de', 'Wie exportiere ich den Bericht?\nNoch eine andere Frage: wo ändere ich die Adresse der Rechnung?'],
    ['fr', "Comment exporter le rapport ?\nUne autre question : où changer l'adresse de la facture ?"],
    ['es', '¿Cómo exporto el informe?\nOtra pregunta: ¿dónde cambio la dirección de la factura?'],
    ['pt', 'Como exporto o relatório?\nOutra pergunta: onde mudo o endereço da fatura?'],
  ])('is told in %s', (language, text) => {
    expect(asked([`c: ${text}`], { language })).toHaveLength(2);
  });

  it('divides one answer that holds both', () => {
    const found = asked([
      'c: How do I export my report? Also, where can I change the invoice address?',
      'a: Open Reports and choose Export.\nThe invoice address is under Billing.',
    ]);
    expect(found.map(([, said]) => said)).toEqual([
      ['Open Reports and choose Export.'],
      ['The invoice address is under Billing.'],
    ]);
  });

  it('gives a later question no answer that came before it', () => {
    const found = asked([
      'c: How do I export my report?',
      'a: Open Reports and choose Export.',
      'c: One more question: can I pay the invoice by card?',
      'a: Yes, choose Card under Billing.',
    ]);
    expect(found.map(([, said]) => said)).toEqual([
      ['Open Reports and choose Export.'],
      ['Yes, choose Card under Billing.'],
    ]);
  });
});

it.each([
  'How do I export my report? I also tried the button on the left, it does nothing.',
  'How do I export my report?\nIs that possible at all?',
  'My export stops at 40 percent. Also the export is slow, can you look at the export?',
  'Where is the export? Any ideas?',
])('is one question where something is only added: %j', (text) => {
  expect(asked([`c: ${text}`, 'a: Open Reports and choose Export.', 'a: It takes an hour.'])).toHaveLength(1);
});

it('keeps all that agents said with the one question', () => {
  expect(asked(['c: How do I export?', 'a: Hello.', 'a: Open Reports.'])).toEqual([
    ['How do I export?', ['Hello.', 'Open Reports.']],
  ]);
});
