import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownWords } from '../../../worker/core/mail/own-words.ts';

const QUOTED = 'the quoted words';
it.each([
  ['Gmail', `Yes.\n\nOn Mon, Jan 1, 2024 at 5:00 PM Jane <j@x.example> wrote:\n> ${QUOTED}\n> more`],
  ['Gmail wrapped', `Yes.\n\nOn Mon, Jan 1, 2024 at 5:00 PM Jane Roe\n<jane@x.example> wrote:\n\n> ${QUOTED}`],
  ['unmarked quote', `Yes.\n\nOn 1 Jan 2024, at 17:00, Jane <j@x.example> wrote:\n\n${QUOTED}`],
  [
    'Outlook',
    `Yes.\n\nFrom: Jane Roe <j@x.example>\nSent: Monday, January 1, 2024 5:00 PM\nTo: Support\nSubject: RE: Hi\n\n${QUOTED}`,
  ],
  ['Outlook bold', `Yes.\n\n*From:* Jane\n*Sent:* Monday\n*To:* x\n*Subject:* y\n${QUOTED}`],
  ['Outlook line', `Yes.\n________________________________\nFrom: J\n${QUOTED}`],
  ['original message', `Yes.\n-----Original Message-----\n${QUOTED}`],
  ['forwarded', `Yes.\n---------- Forwarded message ---------\nFrom: J\n${QUOTED}`],
  ['Apple forward', `Yes.\n\nBegin forwarded message:\n\n${QUOTED}`],
  ['German', `Yes.\n\nAm 01.01.2024 um 17:00 schrieb Jane Roe <j@x.example>:\n> ${QUOTED}`],
  ['German Outlook', `Yes.\n\nVon: Jane\nGesendet: Montag\nAn: Support\nBetreff: AW: Hi\n\n${QUOTED}`],
  ['German divider', `Yes.\n-----Ursprüngliche Nachricht-----\n${QUOTED}`],
  ['Spanish', `Yes.\n\nEl lun, 1 ene 2024 a las 17:00, Jane (<j@x.example>) escribió:\n> ${QUOTED}`],
  ['Spanish Outlook', `Yes.\n\nDe: Jane\nEnviado el: lunes\nPara: x\nAsunto: y\n\n${QUOTED}`],
  ['French', `Yes.\n\nLe lun. 1 janv. 2024 à 17:00, Jane <j@x.example> a écrit :\n> ${QUOTED}`],
  ['French Outlook', `Yes.\n\nDe : Jane\nEnvoyé : lundi\nÀ : x\nObjet : y\n\n${QUOTED}`],
  ['Portuguese', `Yes.\n\nEm seg., 1 de jan. de 2024 às 17:00, Jane <j@x.example> escreveu:\n> ${QUOTED}`],
  ['Japanese', `Yes.\n\n2024年1月1日(月) 17:00 Jane <j@x.example>:\n> ${QUOTED}`],
  ['Japanese Outlook', `Yes.\n\n差出人: Jane\n送信日時: 月曜日\n宛先: x\n件名: y\n${QUOTED}`],
  ['quoted lines', `> ${QUOTED}\nYes.`],
  ['entity quotes', `&gt; ${QUOTED}\nYes.`],
  ['signature', `Yes.\n-- \nJane Roe\n${QUOTED}`],
  ['phone footer', 'Yes.\n\nSent from my iPhone'],
  ['Outlook footer', 'Yes.\nGet Outlook for iOS'],
  ['German footer', 'Yes.\nVon meinem iPhone gesendet'],
  ['Japanese footer', 'Yes.\niPhoneから送信'],
  [
    'disclaimer',
    `Yes.\n\nThis email and any attachments are confidential and intended solely for the addressee. ${QUOTED}`,
  ],
  ['notice', `Yes.\nCONFIDENTIALITY NOTICE: ${QUOTED}`],
  ['helpdesk line', `Yes.\n##- Please type your reply above this line -##\n${QUOTED}`],
])('keeps only what the author wrote: %s', (_, text) => {
  expect(ownWords(text)).toBe('Yes.');
});

it('keeps answers between quotes', () => {
  expect(ownWords('On Mon, Jan 1, 2024 J <j@x.example> wrote:\n> one?\nYes to one.\n> two?\nNo to two.')).toBe(
    'Yes to one.\nNo to two.',
  );
});

it.each([
  `> ${QUOTED}\n> ${QUOTED}`,
  `On Mon, 1 Jan 2024 J <j@x.example> wrote:\n> ${QUOTED}`,
  `-----Original Message-----\n${QUOTED}`,
  '',
  '-- \nJane',
])('finds nothing of the author in %j', (text) => {
  expect(ownWords(text)).toBe('');
});

it.each([
  'On Monday we changed the plan. It fails since then.',
  'From: the Settings page, choose Export.',
  'Steps:\n1. Open Settings > Billing\n2. Click Save -- then wait',
  'I wrote: nothing works',
  'The value must be a -> b, or x > y',
  'To: field is empty, Subject: field too',
  'Please note: this message contains an error code',
])('leaves what is no quote: %j', (text) => {
  expect(ownWords(text)).toBe(text);
});

it('never gives back a word of a quoted line', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.stringMatching(/^[a-z]{1,9}$/))), (lines) => {
      const text = ['> Qfirst', ...lines.map(([isQuote, word]) => (isQuote ? `> Q${word}` : word))].join('\n');
      expect(ownWords(text)).not.toContain('Q');
    }),
  );
});
