import type { Conversation } from '../../../../shared/conversation.ts';

/** Conversations of an invented maker of lamps: each row is a customer's question and what agents answered, turn by turn. */
export function talks(kind: string, rows: readonly (readonly [asked: string, ...told: string[]])[]): Conversation[] {
  return rows.map(([asked, ...told], n) => {
    const id = `${kind}-${n}`;
    const at = Date.UTC(2026, 2, 2) + n * 3_600_000;
    const turn = (i: number, author: 'customer' | 'agent', text: string): Conversation['turns'][number] => ({
      id: `${id}/${i}`,
      author,
      personId: author === 'agent' ? `agent-${n % 3}` : `person-${id}`,
      text,
      at: at + i * 60_000,
    });
    return {
      id,
      subject: '',
      channel: 'email',
      state: 'solved',
      requesterId: `person-${id}`,
      organizationId: null,
      language: 'en',
      brand: null,
      createdAt: at,
      updatedAt: at + told.length * 60_000,
      segment: {},
      turns: [turn(0, 'customer', asked), ...told.map((text, i) => turn(i + 1, 'agent', text))],
    };
  });
}

const OPEN = 'Open the Lumen app, go to Devices and press Pair new lamp.';
const OPEN_TOO = 'Go to Devices in the Lumen app and tap Pair new lamp.';
const HOLD = 'Hold the button on the lamp for five seconds until it blinks blue.';
const LIMIT = 'One hub can drive 12 lamps.';
const LIMIT_TOO = 'You can have up to 12 lamps on a hub.';
const BAND = 'The lamp needs a 2.4 GHz network.';
const BAND_TOO = 'Lamps only join a 2.4 GHz network.';

/** How a new lamp is paired. */
export const PAIRING = talks('pair', [
  ['How do I pair a new lamp?', `Hi there,\n\nThanks for writing to us!\n\n${OPEN} ${HOLD}\n\nBest,\nKim`],
  ['how can i pair a new lamp with my hub', `Hello! ${OPEN_TOO}`, BAND],
  ['I want to pair a new lamp', `${HOLD} ${LIMIT}`, 'Your lamp is called Otter 4411.'],
  ['pair a second lamp', OPEN, `${BAND_TOO} ${LIMIT_TOO}`, 'Your lamp is called Heron 9023.'],
  ['How do I pair a new lamp?', `${OPEN_TOO} ${HOLD}`, 'Thanks for writing to us!'],
  ['pairing a new lamp fails', `${BAND} no adapter needed`, 'Your lamp is called Robin 1207.'],
  ['want to pair a new lamp', `${OPEN} no adapter needed`, LIMIT],
  [
    'my new lamp does not pair',
    'One hub can drive 40 lamps.',
    `Sorry, I was mistaken. ${LIMIT}`,
    `Yes, ${BAND_TOO.toLowerCase()}`,
  ],
]);

/** What else customers ask; agents open and close as everywhere. */
export const REFUNDS = talks('refund', [
  ['I want my money back', 'Hi there,\n\nThanks for writing to us!\n\nSend the parcel within 14 days.\n\nBest,\nKim'],
  ['refund please', 'Thanks for writing to us! The refund arrives after a week.'],
  ['return a lamp', 'Thanks for writing to us! Put the lamp into its box.'],
  ['refund for a broken lamp', 'Thanks for writing to us! Send the parcel within 14 days.'],
]);

/** The help center of the maker of lamps. */
export const HELP = [
  {
    title: 'Change the colour of a lamp',
    bodyHtml: '<ol><li>Open <strong>Devices</strong>.</li><li>Press <strong>Colour</strong>.</li></ol>',
  },
  { title: 'Return a lamp', bodyHtml: '<h2>Parcels</h2><p>Put the lamp into its box.</p>' },
];
