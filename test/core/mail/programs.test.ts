import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutCourtesy } from '../../../worker/core/conversation/courtesy.ts';
import { questionsOf } from '../../../worker/core/conversation/questions.ts';
import { transcriptOf } from '../../../worker/core/conversation/transcript.ts';
import { MAIL_PROGRAM_WORDS } from '../../../worker/core/language/mail-programs.ts';
import { htmlLines } from '../../../worker/core/mail/html-lines.ts';
import { ownWords, ownWordsOf } from '../../../worker/core/mail/own-words.ts';
import { said } from '../said.ts';

/** The goal is 100 ms on a machine of its own; test machines are shared. */
const MAX_MS = 400;
const MARKUP = [
  '<blockquote>a</blockquote>',
  '<div class="gmail_quote">a</div>',
  '<div style="border-top:solid">a: b</div>',
  '<p><s>a</s>',
  '<table><tr><td>a</table>',
];

/** Milliseconds of the fastest of some runs. */
function best(run: () => void): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 5 && fastest > MAX_MS / 4; time++) {
    const start = performance.now();
    run();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}
const JO = { id: 'c', role: 'customer' as const, name: 'Jo Vale', email: null, phone: null };
const OLD = 'the older words of somebody else';
const word = fc.stringMatching(/^[a-zäéßñあ][a-zäéßñあ]{1,9}$/);
/** Sentences of an author, over some lines. */
const own = fc
  .array(fc.array(word, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 4 })
  .map((lines) => lines.map((words) => `${words.join(' ')}.`).join('\n'));
const language = fc.constantFrom(...Object.values(MAIL_PROGRAM_WORDS));
const date = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    hour: fc.integer({ min: 0, max: 23 }),
  })
  .chain(({ day, month, hour }) =>
    fc.constantFrom(
      `2027-0${(month % 9) + 1}-${day + 10} ${hour}:15`,
      `${day}.${month}.2027 ${hour}:15`,
      `${day}/${month}/2027, ${hour}:15`,
      `2027年${month}月${day}日 ${hour}:15`,
    ),
  );
const mailbox = fc.constantFrom(
  'Acme Support <help@acme.example>',
  'Jo Vale (jo@client.example)',
  '"Vale, Jo" <jo@client.example>',
);

it('gives back what was written above any program’s reply line, wrapped or not', () => {
  fc.assert(
    fc.property(own, language, date, mailbox, fc.nat(2), fc.boolean(), (text, words, when, who, order, isMarked) => {
      const verb = words.wrote[0]!;
      const line = [`${when} ${who} ${verb}:`, `${who} ${verb} ${when}:`, `${verb} ${who}, ${when}:`][order]!;
      const wrapped = line.replace(' <', '\n<');
      for (const reply of [line, wrapped])
        expect(ownWords(`${text}\n\n${reply}\n\n${isMarked ? '> ' : ''}${OLD}`)).toBe(text);
    }),
  );
});

it('gives back what was written above any program’s header block, in any order', () => {
  fc.assert(
    fc.property(own, language, date, mailbox, fc.nat(5), (text, words, when, who, turns) => {
      const labels = [
        `${words.from[0]}: ${who}`,
        `${words.when[0]}: ${when}`,
        `${words.to[0]}: Jo Vale`,
        `${words.subject[0]}: Re: the export`,
      ];
      const block = [...labels.slice(turns % 4), ...labels.slice(0, turns % 4)].join('\n');
      expect(ownWords(`${text}\n\n${block}\n\n${OLD}`)).toBe(text);
    }),
  );
});

it('gives back what was written above any program’s divider', () => {
  fc.assert(
    fc.property(own, language, fc.integer({ min: 3, max: 12 }), (text, words, dashes) => {
      const rule = '-'.repeat(dashes);
      expect(ownWords(`${text}\n\n${rule} Foo ${words.message[0]} ${rule}\n${OLD}`)).toBe(text);
    }),
  );
});

it('leaves a text without a program’s marks as it is', () => {
  fc.assert(
    fc.property(own, (text) => {
      expect(ownWords(text)).toBe(text);
    }),
  );
});

it('changes nothing the second time', () => {
  const piece = fc.constantFrom(
    'Hello.',
    '> a quote',
    '',
    '--',
    '—',
    'From: Jo',
    'To: Bo',
    'Subject: x',
    'Sent from my iPhone',
    'On 3 Jan 2027 at 10:15 Jo <j@x.example> wrote:',
    '-----Original Message-----',
    'What now?',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (lines) => {
      const once = ownWords(lines.join('\n'));
      expect(ownWords(once)).toBe(once);
    }),
  );
});

it('reads 64 KB of the worst of each kind in time', () => {
  const fill = (unit: string) => unit.repeat(Math.ceil(65_536 / unit.length)).slice(0, 65_536);
  const kinds = [
    'From: a\n',
    'a: b@c.example\n',
    '> quote\n',
    'On 3 Jan 2027 10:15 Jo Vale:\n',
    'On 3 Jan 2027 10:15\n<jo@\n',
    '-----a message\n',
    '--\na\n',
    '\n\n \n',
    'a '.repeat(50).trim().concat(':\n'),
    'This e-mail is confidential\n',
    'Sent from my iPhone\n',
    '(10:15) Jo Vale: hi\n',
    'Hi Jo, ',
    'Best, Jo. ',
    '1. a. ',
    'Also, why? ',
    '…. ',
  ];
  const slow: string[] = [];
  for (const kind of kinds) {
    const text = fill(kind);
    const took = best(() => {
      ownWords(text);
      ownWordsOf(htmlLines(`<div>${text}</div>`));
      withoutCourtesy(text);
      transcriptOf(text, JO, [JO]);
      questionsOf(said([`c: ${text}`, 'a: Yes.']));
    });
    if (took > MAX_MS) slow.push(`${Math.round(took)} ms: ${JSON.stringify(kind)}`);
  }
  for (const unit of MARKUP) {
    const took = best(() => htmlLines(fill(unit)));
    if (took > MAX_MS) slow.push(`${Math.round(took)} ms: ${unit}`);
  }
  expect(slow).toEqual([]);
});
