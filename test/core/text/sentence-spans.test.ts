import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sentenceSpans, sentenceTexts } from '../../../worker/core/text/sentence-spans.ts';

it.each([
  ['Open Settings. Then click Save.', ['Open Settings.', 'Then click Save.']],
  ['i need a flight. it is 329 to rome! thanks', ['i need a flight.', 'it is 329 to rome!', 'thanks']],
  ['Is it possible? we have 25 people', ['Is it possible?', 'we have 25 people']],
  ['Use e.g. the export, approx. 30 MB, at 5 p.m. today.', ['Use e.g. the export, approx. 30 MB, at 5 p.m. today.']],
  ['Ask Dr. Vale or J. Marsh. They know.', ['Ask Dr. Vale or J. Marsh.', 'They know.']],
  ['Choose option B. Then press Save.', ['Choose option B.', 'Then press Save.']],
  [
    'Version 4.2.1 is at https://a.example/x.html. Get it.',
    ['Version 4.2.1 is at https://a.example/x.html.', 'Get it.'],
  ],
  ['1. Open Settings.\n2. Click Save.', ['Open Settings.', 'Click Save.']],
  ['Do this: 1. Open the menu. 2. Choose Export.', ['Do this: 1. Open the menu.', 'Choose Export.']],
  ['- one\n- two', ['one', 'two']],
  ['It says … Then it stops.', ['It says … Then it stops.']],
  ['Das geht z.B. am 3. Mai. Danach bzw. später nicht.', ['Das geht z.B. am 3. Mai.', 'Danach bzw. später nicht.']],
  ['Voir p. ex. la page de M. Vale. Merci.', ['Voir p. ex. la page de M. Vale.', 'Merci.']],
  ['¿Cómo exporto? Abra el menú. ¡Listo!', ['¿Cómo exporto?', 'Abra el menú.', '¡Listo!']],
  ['Fale com a Sra. Vale. Obrigado.', ['Fale com a Sra. Vale.', 'Obrigado.']],
  [
    '設定を開きます。「保存」を押してください。できましたか？はい',
    ['設定を開きます。', '「保存」を押してください。', 'できましたか？', 'はい'],
  ],
])('splits %j', (text, expected) => {
  expect(sentenceTexts(text)).toEqual(expected);
});

it('leaves no word out and takes none twice', () => {
  const piece = fc.constantFrom(
    'Open',
    'it',
    '3.',
    'e.g.',
    'A.',
    'Dr.',
    'ok!',
    'why?',
    '…',
    '。',
    '\n',
    '- ',
    'v1.2',
    '(x).',
    'word.',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join(' ');
      const spans = sentenceSpans(text);
      expect(spans.every(({ start, end }, at) => start < end && start >= (spans[at - 1]?.end ?? 0))).toBe(true);
      const left = [...text].filter((_, at) => !spans.some(({ start, end }) => at >= start && at < end)).join('');
      expect(left.replace(/\d{1,2}[.)]|[-*•]|\s/g, '')).toBe('');
    }),
  );
});
