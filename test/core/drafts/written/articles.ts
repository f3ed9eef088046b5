import type { Fix } from '../../../../shared/fix.ts';

/** A draft of the builtin writer in one language. */
export interface Sample {
  language: string;
  fix: Fix;
}

interface Said {
  title: string;
  lead?: string;
  steps?: string[][];
  notes: string[];
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A draft in the builtin shape, each of whose sentences two agents said. */
export function sample(language: string, { title, lead, steps = [], notes }: Said): Sample {
  const line = (tag: string, text: string) => `<${tag}>${escaped(text)}</${tag}>`;
  const bodyHtml = [
    ...(lead ? [line('p', lead)] : []),
    ...steps.map((list) => `<ol>${list.map((text) => line('li', text)).join('')}</ol>`),
    ...notes.map((text) => line('p', text)),
  ].join('');
  const evidence = [...(lead ? [lead] : []), ...steps.flat(), ...notes].flatMap((quote, i) =>
    ['a', 'b'].map((side) => ({ conversationId: `${side}${i}`, turnId: 't', quote })),
  );
  return {
    language,
    fix: { kind: 'new_article', articleId: null, title, bodyHtml, terms: [], evidence, openQuestions: [] },
  };
}

/** Articles of several trades and languages, none of them a data set's. */
export const SAMPLES: readonly Sample[] = [
  sample('en', {
    title: 'Reset your password',
    lead: 'Here is how to reset your password.',
    steps: [
      [
        'Open the sign-in page.',
        'Click Forgot password.',
        'Enter your work email.',
        'Choose a password with at least 12 characters.',
      ],
    ],
    notes: [
      'The reset link is valid for 30 minutes.',
      'The reset link can be opened from any device.',
      'If the link has expired, request a new one.',
      'You cannot reuse one of your last 5 passwords.',
      'Only owners can reset the password of a guest.',
    ],
  }),
  sample('en', {
    title: 'Export your plan',
    steps: [
      ['Open Settings.', 'Choose Calendar feeds.', 'Turn on Public link before you copy the address.', 'Press Copy.'],
    ],
    notes: [
      'Exports larger than 20 MB are sent by email within 2 hours.',
      'Exports are kept for 14 days.',
      'Do not share the feed address with anyone outside your team.',
      'When the feed is turned off, the address stops working.',
      'You can export up to 500 shifts at once.',
    ],
  }),
  sample('en', {
    title: 'Return a bicycle',
    lead: 'Here is how to return a bicycle.',
    steps: [['Lock the rear wheel.', 'Hold the card against the reader.', 'Wait until the light turns green.']],
    notes: [
      'Late returns cost $4 per hour.',
      'A return outside a station costs $12.',
      'Unless the light turns green, the ride goes on.',
      'Batteries below 10% may be returned at any station.',
      'Refunds arrive within 5 business days of the return.',
    ],
  }),
  sample('en', {
    title: 'Book a room',
    steps: [
      ['Open Rooms.', 'Select a day.', 'Press Book now.'],
      ['Open the door panel.', 'Scan the code.', 'Press Extend.'],
    ],
    notes: [
      'Rooms on Basic hold 4 people and rooms on Plus hold 10 people.',
      'Bookings are released after 15 minutes without a check-in.',
      'Guests need a host in the building.',
      'If you cancel after 6 pm, the room is charged in full.',
      'Members never pay for the quiet room.',
    ],
  }),
  sample('en', {
    title: 'Move your mailbox',
    lead: 'Here is how to move your mailbox.',
    steps: [
      [
        'Sign in to Webmail.',
        'Go to Settings > Mailboxes.',
        'Click Move mailbox.',
        'Select the new server from Europe or Asia.',
      ],
    ],
    notes: [
      'Mail from the old server is forwarded to the new server for 90 days.',
      'Folders with more than 10,000 messages take about 3 hours.',
      'You can keep using version 5.2 of the app while the move runs.',
      'If you use Outlook, delete the old account first.',
      'Calendars are not moved.',
    ],
  }),
  sample('de', {
    title: 'Rechnung ändern',
    steps: [['Öffnen Sie die Einstellungen.', 'Klicken Sie auf Abrechnung.', 'Wählen Sie Adresse ändern.']],
    notes: [
      'Die neue Rechnung kommt innerhalb von 3 Tagen.',
      'Rechnungen werden 10 Jahre aufbewahrt.',
      'Wenn die Rechnung schon bezahlt ist, schreiben Sie eine Gutschrift.',
      'Teilen Sie die Kundennummer nicht mit Fremden.',
      'Nur Inhaber sehen die Rechnungen.',
    ],
  }),
  sample('fr', {
    title: 'Annuler une commande',
    steps: [['Ouvrez la page Commandes.', 'Cliquez sur Annuler.', 'Choisissez un motif.']],
    notes: [
      'Le remboursement arrive en 5 jours.',
      'Les colis sont gardés 14 jours au dépôt.',
      'Si la commande est partie, refusez le colis.',
      'Vous ne pouvez pas annuler une carte cadeau.',
    ],
  }),
  sample('es', {
    title: 'Cambiar la tarifa',
    steps: [['Abra la página Tarifas.', 'Pulse Cambiar.', 'Elija una tarifa.']],
    notes: [
      'La nueva tarifa empieza en 2 horas.',
      'Las facturas se guardan 24 meses.',
      'Si la línea está suspendida, llame al banco.',
      'No comparta el código de activación.',
    ],
  }),
  sample('pt', {
    title: 'Trocar o cartão',
    steps: [['Abra a página Cartões.', 'Clique em Trocar.', 'Escolha um endereço.']],
    notes: [
      'O novo cartão chega em 7 dias.',
      'Os comprovantes são guardados 12 meses.',
      'Se o cartão foi roubado, bloqueie a conta.',
      'Não envie a senha por email.',
    ],
  }),
];
