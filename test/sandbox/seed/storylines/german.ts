import type { Draft, Story } from '../types.ts';

export const germanStory: Story = {
  key: 'german',
  what: 'two conversations in German about things the English articles cover',
  expect: 'nothing',
};

/** Waldhaus writes in German and is answered by Jonas, in German. */
export const german = (): Draft[] => [
  {
    key: 'german-01',
    story: 'german',
    articleKey: 'publish-the-rota',
    customer: 'sabine.vogel',
    subject: 'Dienstplan nicht sichtbar',
    channel: 'email',
    rating: 'good',
    from: '2026-11-05T08:00:00Z',
    to: '2026-11-05T12:00:00Z',
    turns: [
      {
        author: 'customer',
        text: 'Guten Tag,\n\nich habe die nächste Woche für unsere Terrasse geplant, aber meine Leute sehen in der App keine Schichten. Muss ich den Plan noch irgendwo freigeben? Sie erreichen mich unter 030 23125 014.\n\nMit freundlichen Grüßen\nSabine Vogel\nWaldhaus Gastronomie',
        public: true,
        wait: 0,
      },
      {
        author: 'agent',
        agentKey: 'jonas',
        text: 'Guten Tag Frau Vogel,\n\nja, eine Woche bleibt ein Entwurf, bis Sie sie veröffentlichen. Öffnen Sie Rota und wählen Sie die Woche aus. Klicken Sie oben rechts auf Publish. Lassen Sie das Häkchen bei Notify the team gesetzt, dann bekommen alle eine Nachricht.\n\nViele Grüße\nJonas',
        public: true,
        wait: 42,
      },
      {
        author: 'customer',
        text: 'Wunderbar, jetzt sehen es alle. Vielen Dank!\n\nAm 05.11.2026 um 10:12 schrieb Jonas (Shiftloom) <support@shiftloom.example>:\n> Guten Tag Frau Vogel,\n>\n> ja, eine Woche bleibt ein Entwurf, bis Sie sie veröffentlichen.',
        public: true,
        wait: 31,
      },
    ],
  },
  {
    key: 'german-02',
    story: 'german',
    articleKey: 'invoices',
    customer: 'lukas.hoffmann',
    subject: 'Rechnung Oktober',
    channel: 'web',
    from: '2026-11-10T08:00:00Z',
    to: '2026-11-10T15:00:00Z',
    turns: [
      {
        author: 'customer',
        text: 'Hallo, wo finde ich die Rechnung für Oktober? Unser Steuerbüro braucht sie bis Freitag. Abgebucht wird von DE89 3704 0044 0532 0130 00.\n\nLukas Hoffmann',
        public: true,
        wait: 0,
      },
      {
        author: 'agent',
        agentKey: 'jonas',
        text: 'Hallo Lukas,\n\nöffne Settings > Billing > Invoices und klicke auf das PDF-Symbol neben dem Monat. Das kann nur der Inhaber des Kontos. Unter Invoice recipients kannst du auch die Adresse des Steuerbüros eintragen.\n\nBeste Grüße\nJonas',
        public: true,
        wait: 58,
      },
      { author: 'customer', text: 'Perfekt, danke dir!', public: true, wait: 17 },
    ],
  },
];
